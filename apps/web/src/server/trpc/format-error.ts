import type { TRPCError } from '@trpc/server';
import type { DefaultErrorShape } from '@trpc/server/unstable-core-do-not-import';

interface FormatErrorOptions {
  readonly error: TRPCError;
  readonly shape: DefaultErrorShape;
}

/**
 * What the browser learns of a failure: a sentence, the tRPC code, and `reason`, our own code where there is one.
 * Unexpected errors keep their text to the log; the browser gets the time to look it up by.
 */
export const formatError = ({ error, shape }: FormatErrorOptions) => {
  const { code, httpStatus, path } = shape.data;
  const isUnexpected = error.code === 'INTERNAL_SERVER_ERROR';
  return {
    code: shape.code,
    message: isUnexpected
      ? `Something went wrong on our side (${new Date().toISOString()}). Try again; the server's log has the cause.`
      : error.message,
    data: { code, httpStatus, ...(path === undefined ? {} : { path }), reason: reasonOf(error) },
  };
};

const reasonOf = ({ code, cause }: TRPCError): string =>
  cause !== undefined && 'code' in cause && typeof cause.code === 'string' ? cause.code : code;
