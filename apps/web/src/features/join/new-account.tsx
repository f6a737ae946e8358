import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { authClient } from '../sign-in/auth-client.ts';
import { useTRPC } from '../workspace/trpc.ts';
import { errorPlaces } from './error-places.ts';
import { FormError } from './form-error.tsx';
import { PasswordFields, useNewPassword } from './password-fields.tsx';

interface NewAccountProps {
  readonly token: string;
  /** The invited address; undefined if people choose their own. */
  readonly email?: string;
}

export const NewAccount = ({ token, email: invited }: NewAccountProps) => {
  const trpc = useTRPC();
  const [name, setName] = useState('');
  const [own, setOwn] = useState('');
  const email = invited ?? own;
  const passwords = useNewPassword();
  const accept = useMutation(
    trpc.access.acceptAsNew.mutationOptions({
      onSuccess: async () => {
        await authClient.signIn.email({ email, password: passwords.chosen.password }).catch(() => undefined);
        window.location.assign('/');
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const { password } = passwords.chosen;
    if (passwords.check()) accept.mutate({ token, name, password, ...(invited === undefined && { email }) });
  };
  const errors = errorPlaces(accept.error, accept.variables, {
    name,
    password: passwords.chosen.password,
    ...(invited === undefined && { email }),
  });
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
      {/* Tells password managers which account this is. */}
      {invited !== undefined && (
        <input type="email" name="email" autoComplete="username" value={invited} readOnly hidden />
      )}
      <Field label="Your name" isRequired hint="Colleagues see it next to everything you do." error={errors.name}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            className="h-8"
          />
        )}
      </Field>
      {invited === undefined && <EmailField value={own} onChange={setOwn} error={errors.email} />}
      <PasswordFields passwords={passwords} error={errors.password} />
      <FormError>{errors.form}</FormError>
      <Button type="submit" variant="primary" size="regular" isBusy={accept.isPending || accept.isSuccess}>
        Join
      </Button>
    </form>
  );
};

interface EmailFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

const EmailField = ({ value, onChange, error }: EmailFieldProps) => (
  <Field label="Your e-mail address" isRequired hint="You sign in with it." error={error}>
    {(control) => (
      <Input
        {...control}
        type="email"
        maxLength={254}
        autoComplete="username"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-8"
      />
    )}
  </Field>
);
