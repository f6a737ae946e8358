/** True when an error says that the database could not be reached, not that it refused the statement. */
export function isDatabaseDown(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (passingStates.test(code) || passingSystemCodes.has(code) || passingMessages.test(cause.message)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isDatabaseDown)) return true;
  }
  return false;
}

/** SQLSTATE classes of a server that is going away, coming back, or was lost on the way. */
const passingStates = /^(08|57P0[123]|53300)/;
const passingSystemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const passingMessages =
  /connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable|client was closed/i;
