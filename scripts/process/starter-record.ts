import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The process that runs an installation. It is recorded so that a second start is refused. */
interface StarterRecord {
  readonly pid: number;
  /** When the kernel started the process. Together with the id, it identifies one process for good. */
  readonly startedAt: string;
}

const fileIn = (stateDir: string): string => join(stateDir, 'starter.json');

/**
 * Records this process as the one that runs the installation, unless another one does. Of several concurrent starts,
 * only one succeeds.
 * @returns the id of the process that already runs it; undefined if it is now this one
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

/** Gives the file a second name. This fails when the name is taken, which a plain write would not detect. */
async function linked(file: string, name: string): Promise<boolean> {
  try {
    await link(file, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes the record of a process that is gone. If somebody else has recorded theirs in the meantime, it is put back.
 */
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
    // After a clean stop there is no file.
    return undefined;
  }
}

/** Empty if there is no such process. */
function startTimeOf(pid: number): string {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
        .toString()
        .trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may contain spaces, so fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A process that has ended but was not yet waited for is not running any more.
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}
