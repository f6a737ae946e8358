import type { TRPCError } from '@trpc/server';
import type { DefaultErrorShape } from '@trpc/server/unstable-core-do-not-import';
import { z } from 'zod';
import { isDatabaseDown } from '@throughline/core/db/is-database-down';
import { StatementError } from '@throughline/core/db/database-error';
import { ChangeError, type ChangeProblem } from '@throughline/core/db/changes/change-error';
import { DraftConflictError, type DraftState } from '@throughline/core/db/definitions/definition-error';
import { inputFaults, type InputFault } from './input-faults.ts';

interface FormatErrorOptions {
  readonly error: TRPCError;
  readonly shape: DefaultErrorShape;
}

/** What the browser learns about a failure besides its message. */
export interface ErrorData {
  readonly code: string;
  readonly httpStatus: number;
  readonly path?: string;
  /** Our own code if there is one, else tRPC's. */
  readonly reason: string;
  /** What prevents submitting or publishing a change. */
  readonly problems?: readonly ChangeProblem[];
  /** What is wrong with which field of the input. */
  readonly faults?: readonly InputFault[];
  /** What somebody else saved in the meantime. */
  readonly current?: DraftState;
}

/**
 * The text of unexpected errors stays in the log. The browser only gets the time, with which the log entry can be
 * found.
 */
export const formatError = ({ error, shape }: FormatErrorOptions) => {
  const { code, httpStatus, path } = shape.data;
  const data: ErrorData = {
    code,
    httpStatus,
    ...(path === undefined ? {} : { path }),
    reason: reasonOf(error),
    ...detailsOf(error),
  };
  const message = error.code === 'INTERNAL_SERVER_ERROR' ? unexpected(error) : error.message;
  return { code: shape.code, message, data };
};

const unexpected = ({ cause }: TRPCError): string =>
  isDatabaseDown(cause)
    ? 'The database does not answer. What you see may be out of date, and nothing was saved just now. Try again in a moment.'
    : `Something went wrong on our side at ${new Date().toISOString().slice(11, 19)} UTC. Try again; if it stays, the server's log has the cause.`;

const reasonOf = ({ code, cause }: TRPCError): string =>
  cause instanceof StatementError && cause.isTimeout
    ? 'DATABASE_TIMEOUT'
    : code === 'INTERNAL_SERVER_ERROR' && isDatabaseDown(cause)
      ? 'DATABASE_DOWN'
      : code !== 'INTERNAL_SERVER_ERROR' && cause !== undefined && 'code' in cause && typeof cause.code === 'string'
        ? cause.code
        : code;

const detailsOf = ({ cause }: TRPCError): Pick<ErrorData, 'problems' | 'faults' | 'current'> => {
  if (cause instanceof z.ZodError) return { faults: inputFaults(cause) };
  if (cause instanceof ChangeError && cause.problems.length > 0) return { problems: cause.problems };
  if (cause instanceof DraftConflictError && cause.current !== undefined) return { current: cause.current };
  return {};
};
