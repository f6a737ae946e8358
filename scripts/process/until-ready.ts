import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './child.ts';

export interface Patience {
  readonly pollMs: number;
  /** So many polls in a row without an answer, without output and without any computing mean that it hangs. */
  readonly idlePolls: number;
}

/** Two minutes in which a program does nothing at all. How long it takes in total does not matter. */
const usualPatience: Patience = { pollMs: 100, idlePolls: 1200 };

export type Readiness = 'ready' | 'ended' | 'hanging';

/** Waits until `url` answers with a 2xx status, the child has ended, or it makes no progress any more. */
export async function untilReady(url: string, child: Child, patience = usualPatience): Promise<Readiness> {
  let hasEnded = false;
  void child.ended.then(() => {
    hasEnded = true;
  });
  let progress = '';
  let idlePolls = 0;
  for (;;) {
    if (hasEnded) return 'ended';
    if (await answers(url)) return 'ready';
    const now = `${child.printed} ${computingTimeOf(child.pid)}`;
    idlePolls = now === progress ? idlePolls + 1 : 0;
    progress = now;
    if (idlePolls >= patience.idlePolls) return 'hanging';
    await pause(patience.pollMs);
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );

/** Processor time the process has used so far, in whatever unit the system has. */
function computingTimeOf(pid: number): string {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'time=', '-p', String(pid)])
        .toString()
        .trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${fields[11]} ${fields[12]}`;
  } catch {
    return '';
  }
}
