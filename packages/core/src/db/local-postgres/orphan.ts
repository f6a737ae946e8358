import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/**
 * Stops the server that a killed starter left running on this data folder, so that the next start finds it free.
 * The process is ended only if it really is a PostgreSQL on this folder: ids are reused.
 */
export async function stopOrphan(dataDir: string): Promise<'none' | 'stopped'> {
  const lockFile = join(dataDir, 'postmaster.pid');
  const [firstLine, folder] = (await readFile(lockFile, 'utf8').catch(() => '')).split('\n');
  const pid = Number(firstLine);
  if (!Number.isInteger(pid) || pid <= 1 || folder !== dataDir) return 'none';
  if (!(await isPostgres(pid, dataDir))) {
    await rm(lockFile, { force: true });
    return 'none';
  }
  // SIGINT is PostgreSQL's fast shutdown: it ends connections, writes a checkpoint and leaves.
  process.kill(pid, 'SIGINT');
  for (let waitedMs = 0; isAlive(pid); waitedMs += 50) {
    if (waitedMs === 20_000) process.kill(pid, 'SIGQUIT');
    if (waitedMs > 30_000) throw new Error(`PostgreSQL (process ${pid}) does not stop. End it, then start again.`);
    await pause(50);
  }
  return 'stopped';
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isPostgres(pid: number, dataDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await (
    process.platform === 'linux'
      ? readFile(`/proc/${pid}/cmdline`, 'utf8')
      : promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(({ stdout }) => stdout)
  ).catch(() => '');
  return command.includes('postgres') && command.includes(dataDir);
}
