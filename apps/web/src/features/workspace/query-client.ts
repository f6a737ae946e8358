import { QueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';

const freshMs = 5_000;
const mostRetries = 2;

/** A refusal is an answer. Only errors that may go away by themselves are retried. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        retry: (failures, error) => failures < mostRetries && !isRefusal(error),
      },
    },
  });

const isRefusal = (error: Error): boolean => {
  if (!(error instanceof TRPCClientError)) return false;
  const data: unknown = error.data;
  const status = typeof data === 'object' && data !== null && 'httpStatus' in data ? Number(data.httpStatus) : 0;
  return status >= 400 && status < 500;
};
