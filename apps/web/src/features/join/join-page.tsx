'use client';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useMutation } from '@tanstack/react-query';
import { ErrorState, LoadingRows } from '#ui/states.tsx';
import { SignInFrame } from '../sign-in/sign-in-frame.tsx';
import { DataProvider } from '../workspace/data-provider.tsx';
import { errorReason, errorText } from '../workspace/error-text.ts';
import { useTRPC } from '../workspace/trpc.ts';
import { FirstAdministrator } from './first-administrator.tsx';
import { Invitation } from './invitation.tsx';
import { NewPassword } from './new-password.tsx';

interface JoinPageProps {
  /** E-mail of the person who is already signed in. */
  readonly signedInAs: string | undefined;
}

/** The page behind a one-time link: an invitation, or a new password. */
export const JoinPage = ({ signedInAs }: JoinPageProps) => {
  const token = useToken();
  return (
    <DataProvider>
      <SignInFrame>
        {token === undefined && <LoadingRows rows={3} />}
        {token === '' && <ErrorState message={incomplete} />}
        {token !== undefined && token !== '' && <Link key={token} token={token} signedInAs={signedInAs} />}
      </SignInFrame>
    </DataProvider>
  );
};

interface LinkProps extends JoinPageProps {
  readonly token: string;
}

const Link = ({ token, signedInAs }: LinkProps) => {
  const trpc = useTRPC();
  const { mutate, data, error, isPending } = useMutation(trpc.access.describe.mutationOptions());
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate({ token });
  }, [mutate, token]);
  if (error !== null) {
    // An invalid link stays invalid. Only a network failure is worth a retry.
    const reason = errorReason(error);
    const isMisshapen = reason === 'BAD_REQUEST';
    const isFinal = isMisshapen || reason === 'LINK_NOT_FOUND' || reason === 'MAKERS_BROWSER';
    return (
      <ErrorState
        message={isMisshapen ? incomplete : errorText(error)}
        isRetrying={isPending}
        {...(isFinal ? {} : { onRetry: () => mutate({ token }) })}
      />
    );
  }
  if (data === undefined) return <LoadingRows rows={3} />;
  if (data.kind === 'setup') return <FirstAdministrator token={token} link={data} />;
  if (data.kind === 'reset') return <NewPassword token={token} link={data} />;
  return <Invitation token={token} link={data} signedInAs={signedInAs} />;
};

const incomplete =
  'This link is not complete. Copy the whole link, up to its last character, or ask an administrator for a new one.';

/** The secret is behind the #, which browsers never send to a server. Undefined until the page knows its address. */
const useToken = (): string | undefined =>
  useSyncExternalStore(
    (onChange) => {
      window.addEventListener('hashchange', onChange);
      return () => window.removeEventListener('hashchange', onChange);
    },
    () => window.location.hash.slice(1),
    () => undefined,
  );
