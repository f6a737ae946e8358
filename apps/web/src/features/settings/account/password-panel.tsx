import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { useToaster } from '#ui/toast.tsx';
import { errorPlaces } from '../../join/error-places.ts';
import { FormError } from '../../join/form-error.tsx';
import { PasswordFields, useNewPassword } from '../../join/password-fields.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { useReloadAccount } from './account-data.ts';
import { CurrentPassword } from './current-password.tsx';

export const PasswordPanel = () => {
  const trpc = useTRPC();
  const toaster = useToaster();
  const reload = useReloadAccount();
  const [current, setCurrent] = useState('');
  const passwords = useNewPassword();
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: async () => {
        setCurrent('');
        passwords.clear();
        toaster.succeeded(
          'Password changed',
          'You are signed out everywhere else. Passkeys still work: remove any that you do not know.',
        );
        await reload();
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (passwords.check()) change.mutate({ current, next: passwords.chosen.password });
  };
  const errors = errorPlaces(
    change.error,
    { current: change.variables?.current, password: change.variables?.next },
    { current, password: passwords.chosen.password },
  );
  return (
    <Panel title="Password">
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
        <CurrentPassword value={current} onChange={setCurrent} error={errors.current} />
        <PasswordFields passwords={passwords} error={errors.password} />
        <FormError>{errors.form}</FormError>
        <Button type="submit" isBusy={change.isPending} className="self-end">
          Change password
        </Button>
      </form>
    </Panel>
  );
};
