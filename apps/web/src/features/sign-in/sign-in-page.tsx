'use client';
import { useState } from 'react';
import { useIsHydrated } from '#ui/use-is-hydrated.ts';
import { authClient } from './auth-client.ts';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

interface SignInPageProps {
  /** Path to go to afterwards, within this app. */
  readonly next: string;
  readonly isDemo: boolean;
}

export const SignInPage = ({ next, isDemo }: SignInPageProps) => {
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const isHydrated = useIsHydrated();
  const signIn = async (email: string, password: string) => {
    setIsBusy(true);
    setError(undefined);
    const result = await authClient.signIn.email({ email, password }).catch(() => undefined);
    if (result?.error === null) {
      window.location.assign(next);
      return;
    }
    setIsBusy(false);
    setError(describeFailure(result?.error.status));
  };
  return (
    <SignInFrame>
      <SignInForm isBusy={isBusy} error={error} onSignIn={(email, password) => void signIn(email, password)} />
      {isDemo && (
        <DemoSignIns isDisabled={isBusy || !isHydrated} onChoose={(email, password) => void signIn(email, password)} />
      )}
    </SignInFrame>
  );
};

const describeFailure = (status: number | undefined): string => {
  if (status === 401) return 'E-mail and password do not match. Check both and try again.';
  if (status === 429) return 'Too many attempts. Wait a minute, then try again.';
  if (status === undefined || status >= 500)
    return 'The server cannot be reached or has a problem. Try again in a moment.';
  return 'Signing in was refused. Check the e-mail address and try again.';
};
