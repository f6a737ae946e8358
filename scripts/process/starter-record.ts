import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The process that runs an installation, written down so that a second start of it is refused. */
interface StarterRecord {
  readonly pid: number;
  /** When the kernel started the process: together with the id it names one process for good. */
  readonly startedAt: string;
}

const fileIn = (stateDir: string): string => join(stateDir, 'starter.json');

/**
 * Writes this process down as the one that runs the installation, unless another one does. Of several that start at once
 * only one succeeds.
 * @returns the id of the process that runs it already; undefined when it is this one now
 */
export async function claimInstallation(stateDir: string): Promise<number | undefined> {
  const file = fileIn(stateDir);
  const own = `${file}.${process.pid}`;
  const record: StarterRecord = { pid: process.pid, startedAt: startTimeOf(process.pid) };
  await writeFile(own, JSON.stringify(record), { mode: 0o600 });
  try {
    for (;;) {
      if (await linked(own, file)) return undefined;
      const text = await readFile(file, 'utf8').catch(() => '');
      const other = parse(text);
      if (other !== undefined && isRunning(other)) return other.pid === process.pid ? undefined : other.pid;
      await removeRecord(file, text);
    }
  } finally {
    await rm(own, { force: true });
  }
}

/** Gives the file a second name, which fails when that name is taken: writing it could not tell. */
async function linked(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the record of a process that is gone. When somebody else wrote theirs meanwhile, it is put back. */
async function removeRecord(file: string, text: string): Promise<void> {
  const aside = `${file}.${process.pid}.old`;
  try {
    await rename(file, aside);
  } catch {
    // Somebody else was faster.
    return;
  }
  if ((await readFile(aside, 'utf8')) !== text) await linked(aside, file);
  await rm(aside, { force: true });
}

const isRunning = ({ pid, startedAt }: StarterRecord): boolean => startedAt !== '' && startTimeOf(pid) === startedAt;

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
