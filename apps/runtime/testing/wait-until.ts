import { setTimeout as delay } from 'node:timers/promises';

const firstPauseMs = 20;
const longestPauseMs = 150;

/**
 * Asks again until the answer is not undefined, less often the longer it takes: a question is often a transaction, and
 * many tests ask at a time. Fails with `what` when that takes too long.
 */
export async function waitUntil<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined> | Answer | undefined,
  timeoutMs = 200_000,
): Promise<Answer> {
  const deadline = Date.now() + timeoutMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 1.2, longestPauseMs)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${timeoutMs} ms.`);
    await delay(pauseMs);
  }
}
