import { withoutStatement } from '@throughline/core/db/database-error';
import type { TRPCError } from '@trpc/server';

/** Writes one line of JSON per unexpected failure. Failures on which a person can act are not logged. */
export const logUnexpected = ({
  error,
  path,
}: {
  readonly error: TRPCError;
  readonly path: string | undefined;
}): void => {
  if (error.code !== 'INTERNAL_SERVER_ERROR') return;
  const safe = withoutStatement(error.cause ?? error);
  const cause = safe instanceof Error ? safe : error;
  const [message, because] = [cause, cause.cause].map(describe);
  console.error(
    JSON.stringify({ level: 'error', at: new Date().toISOString(), path, message, because, stack: framesOf(cause) }),
  );
};

/** The parameters of a failed query may contain customers' payloads, so they are not logged. */
const describe = (error: unknown): string | undefined =>
  error instanceof Error ? error.message.split('\nparams:')[0] : undefined;

const mostFrames = 8;

const framesOf = ({ stack }: Error): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, mostFrames)
    .map((line) => line.trim());
