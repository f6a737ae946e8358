import type { FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { useTRPC, type Outputs } from '../workspace/trpc.ts';
import { errorPlaces } from './error-places.ts';
import { FormError } from './form-error.tsx';
import { PasswordFields, useNewPassword } from './password-fields.tsx';

interface NewPasswordProps {
  readonly token: string;
  readonly link: Outputs['access']['describe'];
}

/** Lets people set their password after a reset. They then sign in with it. */
export const NewPassword = ({ token, link }: NewPasswordProps) => {
  const trpc = useTRPC();
  const passwords = useNewPassword();
  const finish = useMutation(
    trpc.access.finishReset.mutationOptions({ onSuccess: () => window.location.assign('/sign-in') }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (passwords.check()) finish.mutate({ token, password: passwords.chosen.password });
  };
  const errors = errorPlaces(
    finish.error,
    { password: finish.variables?.password },
    { password: passwords.chosen.password },
  );
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
      <h2 className="text-heading font-semibold">Set a new password</h2>
      <p className="text-muted wrap-anywhere">For {link.email}. Set up your second factor again afterwards.</p>
      <input type="email" name="email" autoComplete="username" value={link.email} readOnly hidden />
      <PasswordFields passwords={passwords} error={errors.password} />
      <FormError>{errors.form}</FormError>
      <Button type="submit" variant="primary" size="regular" isBusy={finish.isPending || finish.isSuccess}>
        Save and sign in
      </Button>
    </form>
  );
};
