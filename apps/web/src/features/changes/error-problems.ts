import { TRPCClientError } from '@trpc/client';
import type { ErrorData } from '#server/trpc/format-error.ts';

/** The problems that came with a refused submission, release or rollback. */
export const errorProblems = (error: unknown): NonNullable<ErrorData['problems']> => {
  if (!(error instanceof TRPCClientError)) return [];
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('problems' in data) || !Array.isArray(data.problems)) return [];
  return data.problems as NonNullable<ErrorData['problems']>;
};
