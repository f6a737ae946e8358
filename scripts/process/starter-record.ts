import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The process that runs an installation, written down so that a second start of it is refused. */
interface StarterRecord {
  readonly pid: number;
  /** When the kernel started the process: together with the id it names one process for good. */
  readonly startedAt: string;
}

const fileIn = (stateDir: string): string => join(stateDir, 'starter.json');

/** The id of the process that runs this installation already, if there is one. */
export async function findStarter(stateDir: string): Promise<number | undefined> {
  const text = await readFile(fileIn(stateDir), 'utf8').catch(() => '');
  const record = parse(text);
  if (record === undefined || record.pid === process.pid) return undefined;
  return record.startedAt !== '' && startTimeOf(record.pid) === record.startedAt ? record.pid : undefined;
}

/** Writes this process down as the one that runs the installation. */
export async function recordStarter(stateDir: string): Promise<void> {
  const record: StarterRecord = { pid: process.pid, startedAt: startTimeOf(process.pid) };
  const unfinished = `${fileIn(stateDir)}.${process.pid}`;
  await writeFile(unfinished, JSON.stringify(record), { mode: 0o600 });
  await rename(unfinished, fileIn(stateDir));
}

export const removeStarter = (stateDir: string): Promise<void> => rm(fileIn(stateDir), { force: true });

function parse(text: string): StarterRecord | undefined {
  try {
    const record = JSON.parse(text) as Partial<StarterRecord>;
    const { pid, startedAt } = record;
    return Number.isInteger(pid) && typeof startedAt === 'string' ? { pid: Number(pid), startedAt } : undefined;
  } catch {
    // The file is missing after a clean stop.
    return undefined;
  }
}

/** Empty when there is no such process. */
function startTimeOf(pid: number): string {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
        .toString()
        .trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold spaces: the others are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A process that has ended but was not yet waited for runs no more.
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}
