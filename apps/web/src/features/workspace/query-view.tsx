'use client';
import type { ReactNode } from 'react';
import { usePathname } from 'next/navigation';
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { buttonClasses } from '#ui/button.tsx';
import { ErrorState, LoadingRows } from '#ui/states.tsx';
import { errorReason, errorText, isSignedOut } from './error-text.ts';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data, unknown>;
  readonly loading?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/**
 * Loading, failed or loaded: the states of every query on a screen. Existing data stays visible while it is refreshed.
 * Queries that failed for the same reason are retried together, because a page of three queries should not need three
 * clicks.
 */
export const QueryView = <Data,>({ query, loading, children }: QueryViewProps<Data>) => {
  const queryClient = useQueryClient();
  const path = usePathname();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) {
    return (
      <ErrorState
        message={errorText(query.error)}
        code={errorReason(query.error)}
        isRetrying={query.isFetching}
        action={
          isSignedOut(query.error) ? (
            // The document is loaded anew, so that nothing of the ended session is left on the screen.
            <a href={`/sign-in?next=${encodeURIComponent(path)}`} className={buttonClasses({ variant: 'primary' })}>
              Sign in
            </a>
          ) : undefined
        }
        onRetry={() => void queryClient.refetchQueries({ predicate: ({ state }) => state.status === 'error' })}
      />
    );
  }
  return loading ?? <LoadingRows />;
};
