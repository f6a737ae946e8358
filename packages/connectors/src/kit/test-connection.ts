import type { TestOutcome } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';

/** Runs a probe that answers with a sentence. A failure becomes a sentence too. */
export async function testConnection(probe: () => Promise<string>, now: () => number): Promise<TestOutcome> {
  const startedMs = now();
  try {
    const message = await probe();
    return { isOk: true, message, durationMs: now() - startedMs };
  } catch (cause) {
    const message = cause instanceof ConnectorError ? cause.message : 'The connection could not be tested.';
    return { isOk: false, message, durationMs: now() - startedMs };
  }
}
