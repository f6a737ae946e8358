import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseDown } from '@throughline/core/db/is-database-down';

/**
 * Repeats `work` until the database answers. The work must be safe to repeat, as everything in `store/` is, because a
 * commit whose answer was lost is repeated too.
 */
export async function untilDatabaseAnswers<Result>(work: () => Promise<Result>, onWait?: () => void): Promise<Result> {
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 2000)) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseDown(error)) throw error;
      onWait?.();
      await delay(waitMs);
    }
  }
}
