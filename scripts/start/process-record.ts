import { readFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** A process of ours as written down, so that a start after a kill -9 can end what was left running. */
export interface ProcessRecord {
  readonly name: string;
  readonly pid: number;
  /** Kernel start time of the process: with the id it names one process for good. Empty where unknown. */
  readonly startedAt: string;
}

export interface RecordFile {
  readonly starter: ProcessRecord;
  readonly children: readonly ProcessRecord[];
}

export const recordOf = (name: string, pid: number): ProcessRecord => ({ name, pid, startedAt: startTimeOf(pid) });

export async function readRecords(file: string): Promise<RecordFile | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as RecordFile;
  } catch {
    // Missing after a clean stop; unreadable after a kill while writing, when nothing was started yet.
    return undefined;
  }
}

export async function writeRecords(file: string, records: RecordFile): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(records), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** True when the very process that was written down still runs (not another one with its id). */
export function isRunning({ pid, startedAt }: ProcessRecord): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return startTimeOf(pid) === startedAt;
}

/** Asks the process to stop, and ends it after `patienceMs`. */
export async function endProcess(record: ProcessRecord, patienceMs: number): Promise<void> {
  if (!isRunning(record)) return;
  process.kill(record.pid, 'SIGTERM');
  for (let waitedMs = 0; isRunning(record); waitedMs += 50) {
    if (waitedMs >= patienceMs) {
      process.kill(record.pid, 'SIGKILL');
      return;
    }
    await pause(50);
  }
}

/** Field 22 of /proc/<pid>/stat on Linux; elsewhere empty, so that only the id counts. */
function startTimeOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces: count from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
