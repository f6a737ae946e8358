import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './child.ts';

/** The product gives up on a program that makes no progress for this long. The total time does not matter. */
const idleMs = 120_000;
const pollMs = 100;

export type Readiness = 'ready' | 'ended' | 'hanging';

/** Waits until `url` answers with a 2xx status, the child has ended, or the child makes no progress any more. */
export async function untilReady(url: string, child: Child): Promise<Readiness> {
  let hasEnded = false;
  void child.ended.then(() => {
    hasEnded = true;
  });
  let progress = '';
  let idleSinceMs = performance.now();
  for (;;) {
    if (hasEnded) return 'ended';
    if (await answers(url)) return 'ready';
    const now = `${child.printed} ${computingTimeOf(child.pid)}`;
    if (now !== progress) idleSinceMs = performance.now();
    progress = now;
    if (performance.now() - idleSinceMs >= idleMs) return 'hanging';
    await pause(pollMs);
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );

/** Processor time that the process has used so far, in the unit of the operating system. */
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
