import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until the answer is not undefined. Fails with `what` when that takes too long. */
export async function waitUntil<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined> | Answer | undefined,
  timeoutMs = 200_000,
): Promise<Answer> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${timeoutMs} ms.`);
    await delay(25);
  }
}
