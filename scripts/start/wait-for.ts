import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './child.ts';

/**
 * Waits until `url` answers with a 2xx status.
 * @throws Error with the program's last lines when it ends first, or has not answered after `patienceMs`.
 */
export async function waitForAnswer(url: string, child: Child, patienceMs = 60_000): Promise<void> {
  let hasEnded = false;
  void child.ended.then(() => {
    hasEnded = true;
  });
  const startedAt = performance.now();
  while (!(await answers(url))) {
    if (hasEnded) throw new Error(`${child.name} ended while starting:\n${child.lastLines()}`);
    if (performance.now() - startedAt > patienceMs) {
      throw new Error(`${child.name} did not answer at ${url} within ${patienceMs / 1000} s:\n${child.lastLines()}`);
    }
    await pause(100);
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );
