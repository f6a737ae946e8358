import { stdSerializers } from 'pino';
import { withoutStatement } from '@throughline/core/db/database-error';

/** An error as it stands in the log: never with a statement's text and values. */
export function loggedError(error: unknown): unknown {
  const safe = withoutStatement(error);
  return safe instanceof Error ? stdSerializers.err(safe) : safe;
}
