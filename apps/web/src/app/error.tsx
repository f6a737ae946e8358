'use client';
import { ErrorState } from '#ui/states.tsx';

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}

const ErrorPage = ({ error, reset }: ErrorPageProps) => (
  <ErrorState
    message="This page failed to show. Try again; if it stays, the server's log has the cause."
    code={error.digest}
    onRetry={reset}
  />
);

export default ErrorPage;
