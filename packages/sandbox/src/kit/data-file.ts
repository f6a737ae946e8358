import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ClockState } from './clock.ts';
import { Journal, journalPath, readJournal } from './journal.ts';
import type { JournalEntry } from './journal.ts';
import type { SystemSnapshot } from './start-system.ts';
import { SandboxState } from './state.ts';
import type { StateChanges } from './state-changes.ts';

const FORMAT = 2;
/** A journal longer than this is folded into the data file. */
const LONGEST_JOURNAL_BYTES = 16_000_000;

export type SystemSnapshots = Readonly<Record<string, SystemSnapshot>>;

interface Content {
  readonly format: number;
  /** Ties the journal to one data file, because entries of an earlier generation are already in that file. */
  readonly generation: string;
  readonly systems: SystemSnapshots;
}

/**
 * Reads the state of all systems. A file that cannot be used is set aside and reported; it is never thrown away and
 * never fatal.
 */
export function readDataFile(path: string, log: (message: string) => void): SystemSnapshots {
  if (!existsSync(path)) return {};
  try {
    const { generation, systems } = readContent(readFileSync(path, 'utf8'));
    return replay(systems, readJournal(journalPath(path), generation));
  } catch (error) {
    const aside = `${path}.broken-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    renameSync(path, aside);
    const reason = error instanceof Error ? error.message : String(error);
    log(
      `The sandbox data file ${path} cannot be used (${reason}). It was set aside as ${aside}; a fresh seed is used.`,
    );
    return {};
  }
}

function readContent(text: string): Content {
  const content = JSON.parse(text) as Partial<Content>;
  if (content.format !== FORMAT) throw new Error(`its format is ${JSON.stringify(content.format)}, expected ${FORMAT}`);
  if (typeof content.systems !== 'object' || content.systems === null) throw new Error('"systems" is missing');
  for (const [id, snapshot] of Object.entries(content.systems as Record<string, Partial<SystemSnapshot> | null>)) {
    const { collections, sequences, values } = snapshot?.state ?? {};
    const parts = [collections, sequences, values, snapshot?.clock];
    if (parts.some((part) => typeof part !== 'object' || part === null))
      throw new Error(`system "${id}" is incomplete`);
  }
  return content as Content;
}

function replay(systems: SystemSnapshots, entries: readonly JournalEntry[]): SystemSnapshots {
  if (entries.length === 0) return systems;
  const states = Object.entries(systems).map(([id, { state: snapshot, clock }]): [string, SystemSnapshot] => {
    const state = new SandboxState();
    state.restore(snapshot);
    for (const entry of entries) if (entry.system === id) state.applyChanges(entry.changes);
    return [id, { state: state.snapshot(), clock: lastClock(entries, id) ?? clock }];
  });
  return Object.fromEntries(states);
}

function lastClock(entries: readonly JournalEntry[], system: string): ClockState | undefined {
  return entries.findLast((entry) => entry.system === system)?.clock;
}

/**
 * Keeps the state on disk. The file holds the whole state, and is written aside and renamed so that a reader never sees
 * half of it. The journal beside it holds each later commit, written before the vendor's answer leaves. A kill
 * therefore loses nothing that was answered.
 */
export class DataFile {
  readonly #path: string;
  readonly #collect: () => SystemSnapshots;
  readonly #log: (message: string) => void;
  #journal: Journal | undefined;

  constructor(path: string, collect: () => SystemSnapshots, log: (message: string) => void) {
    this.#path = path;
    this.#collect = collect;
    this.#log = log;
    mkdirSync(dirname(path), { recursive: true });
    this.writeAll();
  }

  /** Keeps one commit. If it cannot be written, the failure is reported and the sandbox continues in memory. */
  keep(system: string, changes: StateChanges | 'everything', clock: ClockState): void {
    try {
      if (changes === 'everything' || this.#journal === undefined || this.#journal.bytes > LONGEST_JOURNAL_BYTES) {
        this.writeAll();
      } else this.#journal.append({ system, changes, clock });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#log(`The sandbox state could not be kept in ${this.#path} (${reason}).`);
    }
  }

  /** Writes the whole state and starts an empty journal. */
  writeAll(): void {
    const generation = randomUUID();
    const beside = `${this.#path}.writing`;
    try {
      const content: Content = { format: FORMAT, generation, systems: this.#collect() };
      writeFileSync(beside, JSON.stringify(content), { mode: 0o600 });
      renameSync(beside, this.#path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
    this.#journal?.close();
    this.#journal = new Journal(journalPath(this.#path), generation);
  }

  close(): void {
    this.writeAll();
    this.#journal?.close();
    rmSync(journalPath(this.#path), { force: true });
  }
}
