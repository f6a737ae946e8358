import { setTimeout as delay } from 'node:timers/promises';

/** SQLSTATE classes of a server that is going away, coming back, or was lost on the way. */
const passingStates = /^(08|57P0[123]|53300)/;
const passingSystemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const passingMessages =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable|client was closed/i;

/** True when an error says that the database could not be reached, not that it refused the statement. */
export function isDatabaseDown(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (passingStates.test(code) || passingSystemCodes.has(code) || passingMessages.test(cause.message)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isDatabaseDown)) return true;
  }
  return false;
}

/**
 * Repeats `work` until the database answers. The work must be safe to repeat: everything in `store/` is, because a
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
