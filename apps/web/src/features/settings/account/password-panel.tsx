import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { useToaster } from '#ui/toast.tsx';
import { isRepeated, PasswordFields } from '../../join/password-fields.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { useReloadAccount } from './account-data.ts';
import { CurrentPassword } from './current-password.tsx';

const empty = { password: '', repeated: '' };

export const PasswordPanel = () => {
  const trpc = useTRPC();
  const toaster = useToaster();
  const reload = useReloadAccount();
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState(empty);
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: async () => {
        setCurrent('');
        setChosen(empty);
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
    if (isRepeated(chosen)) change.mutate({ current, next: chosen.password });
  };
  return (
    <Panel title="Password">
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <CurrentPassword value={current} onChange={setCurrent} />
        <PasswordFields chosen={chosen} onChange={setChosen} />
        {change.isError && (
          <p role="alert" className="text-failed">
            {errorText(change.error)}
          </p>
        )}
        <Button type="submit" isBusy={change.isPending} className="self-end">
          Change password
        </Button>
      </form>
    </Panel>
  );
};
