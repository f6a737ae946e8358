import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Every program that we start has this variable in its environment, and so does everything that it starts itself. */
export const ownerVariable = 'THROUGHLINE_OWNER';

/**
 * Finds the processes of an installation by what they carry themselves, so that it does not depend on a list that could
 * be wrong. This process and its parent are left out.
 */
export async function findOwned(owner: string): Promise<number[]> {
  const found = process.platform === 'linux' ? await findInProc(owner) : await findByPs(owner);
  return found.filter((pid) => pid !== process.pid && pid !== process.ppid);
}

/** Asks every process of the installation to stop, and kills those that are still running after `patienceMs`. */
export async function endOwned(owner: string, patienceMs: number): Promise<void> {
  const turnMs = 100;
  const asked = new Set<number>();
  for (let waitedMs = 0; ; waitedMs += turnMs) {
    const left = await findOwned(owner);
    if (left.length === 0) return;
    for (const pid of left) {
      if (waitedMs >= patienceMs) send(pid, 'SIGKILL');
      else if (!asked.has(pid)) send(pid, 'SIGTERM');
      asked.add(pid);
    }
    await pause(turnMs);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended since we looked, which is what we wanted.
  }
}

async function findInProc(owner: string): Promise<number[]> {
  const wanted = `${ownerVariable}=${owner}`;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const environments = await Promise.all(
    // We cannot read processes of other users, and some may have ended in the meantime.
    pids.map((pid) => readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')),
  );
  return pids.filter((_, index) => environments[index]?.split('\0').includes(wanted)).map(Number);
}

/** On other systems, `ps` prints the environment of one's own processes after their command. */
async function findByPs(owner: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axEww', '-o', 'pid=,command='], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const wanted = ` ${ownerVariable}=${owner} `;
  return stdout
    .split('\n')
    .filter((line) => `${line} `.includes(wanted))
    .map((line) => Number.parseInt(line, 10));
}
