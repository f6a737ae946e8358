import type { TRPCError } from '@trpc/server';

/** One line of JSON per unexpected failure; what a person can act on is not logged. */
export const logUnexpected = ({
  error,
  path,
}: {
  readonly error: TRPCError;
  readonly path: string | undefined;
}): void => {
  if (error.code !== 'INTERNAL_SERVER_ERROR') return;
  const cause = error.cause ?? error;
  console.error(
    JSON.stringify({
      level: 'error',
      at: new Date().toISOString(),
      path,
      message: cause.message,
      stack: cause.stack,
      because: causeOf(cause),
    }),
  );
};

const causeOf = ({ cause }: Error): string | undefined => (cause instanceof Error ? cause.message : undefined);
