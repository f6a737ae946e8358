import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { ClockState } from './clock.ts';
import type { StateChanges } from './state-changes.ts';

/** One commit of one system, a line of JSON. */
export interface JournalEntry {
  readonly system: string;
  readonly changes: StateChanges;
  readonly clock: ClockState;
}

export function journalPath(dataFile: string): string {
  return `${dataFile}.journal`;
}

/** Commits since the data file was written, appended one by one. Its first line names the generation of that file. */
export class Journal {
  readonly #file: number;
  #bytes = 0;

  constructor(path: string, generation: string) {
    this.#file = openSync(path, 'w', 0o600);
    this.#write(JSON.stringify({ generation }));
  }

  get bytes(): number {
    return this.#bytes;
  }

  append(entry: JournalEntry): void {
    this.#write(JSON.stringify(entry));
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(line: string): void {
    this.#bytes += writeSync(this.#file, `${line}\n`);
  }
}

/**
 * The entries of that generation. A last line that a kill cut off was never confirmed to a caller, so it is left out.
 */
export function readJournal(path: string, generation: string): JournalEntry[] {
  if (!existsSync(path)) return [];
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  if (head !== JSON.stringify({ generation })) return [];
  return lines.map((line) => JSON.parse(line) as JournalEntry);
}
