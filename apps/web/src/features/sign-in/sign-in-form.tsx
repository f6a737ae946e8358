import type { FormEvent } from 'react';
import { CircleAlert } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useIsHydrated } from '#ui/use-is-hydrated.ts';

interface SignInFormProps {
  readonly isBusy: boolean;
  readonly error: string | undefined;
  readonly onSignIn: (email: string, password: string) => void;
}

export const SignInForm = ({ isBusy, error, onSignIn }: SignInFormProps) => {
  // If the browser submitted the form itself, before the scripts run, the address would contain the password.
  const isHydrated = useIsHydrated();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSignIn(textOf(form, 'email'), textOf(form, 'password'));
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3">
      <Field label="E-mail">
        {(control) => <Input {...control} name="email" type="email" required autoComplete="username" className="h-8" />}
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
      <Button type="submit" variant="primary" size="regular" isBusy={isBusy} disabled={!isHydrated} className="mt-1">
        Sign in
      </Button>
    </form>
  );
};

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
