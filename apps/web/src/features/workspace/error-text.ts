import { TRPCClientError } from '@trpc/client';

/** Whether no answer came to a call. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof TRPCClientError && (error.data === undefined || error.data === null);

/** The sentence for a failed call. */
export const errorText = (error: unknown): string => {
  if (isUnreachable(error)) return 'The server cannot be reached. Check the connection and try again.';
  return error instanceof Error ? error.message : 'Something went wrong.';
};

/** Whether a call failed because the session has ended, for example because the password was changed elsewhere. */
export const isSignedOut = (error: unknown): boolean => {
  if (!(error instanceof TRPCClientError)) return false;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'code' in data && data.code === 'UNAUTHORIZED';
};

/** Our code for a failed call, for example `FOUR_EYES`; undefined if no answer came. */
export const errorReason = (error: unknown): string | undefined => {
  if (!(error instanceof TRPCClientError)) return undefined;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'reason' in data ? String(data.reason) : undefined;
};
