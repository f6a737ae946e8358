import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SystemSnapshot } from './start-system.ts';

const FORMAT = 1;
/** Soon enough that a kill loses almost nothing; a burst of changes is still one write. */
const SHORTEST_DELAY_MS = 20;
/** Waiting this many times the last write's duration keeps writing a large state from taking all the time. */
const REST_FACTOR = 5;

export type SystemSnapshots = Readonly<Record<string, SystemSnapshot>>;

/** Reads the state of all systems. A file that cannot be used is set aside and reported, never thrown away and never fatal. */
export function readDataFile(path: string, log: (message: string) => void): SystemSnapshots {
  if (!existsSync(path)) return {};
  try {
    const content = JSON.parse(readFileSync(path, 'utf8')) as { format?: unknown; systems?: unknown };
    if (content.format !== FORMAT)
      throw new Error(`its format is ${JSON.stringify(content.format)}, expected ${FORMAT}`);
    return readSystems(content.systems);
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

function readSystems(systems: unknown): SystemSnapshots {
  if (typeof systems !== 'object' || systems === null) throw new Error('"systems" is missing');
  for (const [id, snapshot] of Object.entries(systems as Record<string, Partial<SystemSnapshot> | null>)) {
    const { collections, sequences, values } = snapshot?.state ?? {};
    const parts = [collections, sequences, values, snapshot?.clock];
    if (parts.some((part) => typeof part !== 'object' || part === null))
      throw new Error(`system "${id}" is incomplete`);
  }
  return systems as SystemSnapshots;
}

/** Keeps the data file up to date: written aside and renamed, so that a reader never sees half a file. */
export class DataFileWriter {
  readonly #path: string;
  readonly #collect: () => SystemSnapshots;
  #timer: NodeJS.Timeout | undefined;
  #lastWriteMs = 0;

  constructor(path: string, collect: () => SystemSnapshots) {
    this.#path = path;
    this.#collect = collect;
    mkdirSync(dirname(path), { recursive: true });
  }

  /** Writes soon; calls in between are one write. */
  schedule(): void {
    this.#timer ??= setTimeout(() => this.flush(), Math.max(SHORTEST_DELAY_MS, REST_FACTOR * this.#lastWriteMs));
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const beside = `${this.#path}.writing`;
    const startedMs = performance.now();
    try {
      writeFileSync(beside, JSON.stringify({ format: FORMAT, systems: this.#collect() }), { mode: 0o600 });
      renameSync(beside, this.#path);
      this.#lastWriteMs = performance.now() - startedMs;
    } catch (error) {
      rmSync(beside, { force: true });
      throw new Error(`The sandbox state could not be written to ${this.#path}.`, { cause: error });
    }
  }
}
