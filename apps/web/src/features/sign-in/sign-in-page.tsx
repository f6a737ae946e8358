'use client';
import { useState, type FormEvent } from 'react';
import { CircleAlert } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { LogoMark } from '../shell/logo.tsx';
import { authClient } from './auth-client.ts';
import { DemoSignIns } from './demo-sign-ins.tsx';

interface SignInPageProps {
  /** Path to go to afterwards, within this app. */
  readonly next: string;
  readonly isDemo: boolean;
}

export const SignInPage = ({ next, isDemo }: SignInPageProps) => {
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
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
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void signIn(textOf(form, 'email'), textOf(form, 'password'));
  };
  return (
    <main className="grid min-h-dvh place-items-center bg-sunken p-4">
      <div className="w-full max-w-sm">
        <Welcome />
        <div className="rounded-lg border border-line bg-raised p-5 shadow-float">
          <form onSubmit={onSubmit} className="flex flex-col gap-3">
            <Field label="E-mail">
              {(control) => (
                <Input {...control} name="email" type="email" required autoComplete="username" className="h-8" />
              )}
            </Field>
            <Field label="Password">
              {(control) => (
                <Input
                  {...control}
                  name="password"
                  type="password"
                  required
                  autoComplete="current-password"
                  className="h-8"
                />
              )}
            </Field>
            {error !== undefined && (
              <p role="alert" className="flex items-start gap-1.5 text-failed">
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                {error}
              </p>
            )}
            <Button type="submit" variant="primary" size="regular" isBusy={isBusy} className="mt-1">
              Sign in
            </Button>
          </form>
          {isDemo && <DemoSignIns isBusy={isBusy} onChoose={(email, password) => void signIn(email, password)} />}
        </div>
      </div>
    </main>
  );
};

const Welcome = () => (
  <div className="mb-6 flex flex-col items-center gap-3 text-center">
    <LogoMark className="size-10" />
    <div>
      <h1 className="text-display font-semibold tracking-tight">Throughline</h1>
      <p className="text-muted">One line of truth from closed-won to cash</p>
    </div>
  </div>
);

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

const describeFailure = (status: number | undefined): string => {
  if (status === 401) return 'E-mail and password do not match. Check both and try again.';
  if (status === 429) return 'Too many attempts. Wait a minute, then try again.';
  if (status === undefined || status >= 500)
    return 'The server cannot be reached or has a problem. Try again in a moment.';
  return 'Signing in was refused. Check the e-mail address and try again.';
};
