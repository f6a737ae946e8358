'use client';
import { useState } from 'react';
import { Fingerprint } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { useIsHydrated } from '#ui/use-is-hydrated.ts';
import { authClient } from './auth-client.ts';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { describeAuthFailure } from './describe-auth-failure.ts';
import { SecondStepForm } from './second-step-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

interface SignInPageProps {
  /** Path to go to afterwards, within this app. */
  readonly next: string;
  readonly isDemo: boolean;
}

type Waiting = 'password' | 'passkey';

export const SignInPage = ({ next, isDemo }: SignInPageProps) => {
  const [error, setError] = useState<string>();
  const [waiting, setWaiting] = useState<Waiting>();
  const [isSecondStep, setIsSecondStep] = useState(false);
  const isHydrated = useIsHydrated();
  const enter = () => window.location.assign(next);
  const attempt = async (kind: Waiting, send: () => Promise<Outcome>) => {
    setWaiting(kind);
    setError(undefined);
    const result = await send().catch(() => undefined);
    if (result?.error === null && !asksForSecondStep(result.data)) {
      enter();
      return;
    }
    setWaiting(undefined);
    if (result?.error === null) setIsSecondStep(true);
    else setError(describeAuthFailure(result?.error));
  };
  const signIn = (email: string, password: string) =>
    void attempt('password', () => authClient.signIn.email({ email, password }));
  if (isSecondStep) {
    return (
      <SignInFrame>
        <SecondStepForm onDone={enter} onStartAgain={() => setIsSecondStep(false)} />
      </SignInFrame>
    );
  }
  return (
    <SignInFrame>
      <SignInForm isBusy={waiting === 'password'} error={error} onSignIn={signIn} />
      <Button
        size="regular"
        icon={<Fingerprint aria-hidden />}
        isBusy={waiting === 'passkey'}
        disabled={!isHydrated}
        className="mt-2 w-full"
        onClick={() => void attempt('passkey', () => authClient.signIn.passkey())}
      >
        Use a passkey
      </Button>
      {isDemo && <DemoSignIns isDisabled={waiting !== undefined || !isHydrated} onChoose={signIn} />}
    </SignInFrame>
  );
};

interface Outcome {
  readonly data: unknown;
  readonly error: {
    readonly status: number;
    readonly code?: string | undefined;
    readonly message?: string | undefined;
  } | null;
}

const asksForSecondStep = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'twoFactorRedirect' in data;
