import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Panel } from '#ui/panel.tsx';
import { useToaster } from '#ui/toast.tsx';
import { errorPlaces } from '../../join/error-places.ts';
import { FormError } from '../../join/form-error.tsx';
import { PasswordFields, useNewPassword } from '../../join/password-fields.tsx';
import { sentenceOfCode } from '../../sign-in/describe-auth-failure.ts';
import { errorReason, errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { useReloadAccount, type AccountPanelProps } from './account-data.ts';
import { CurrentPassword } from './current-password.tsx';
import { ProvePerson, type Proof } from './prove-person.tsx';

/** Changes the password. Who has a second factor proves it in a dialog, together with the current password. */
export const PasswordPanel = ({ account }: AccountPanelProps) => {
  const hasFactor = account.hasSecondFactor || account.passkeys.length > 0;
  const { current, setCurrent, passwords, change, onProved } = useChangePassword();
  const [isProving, setIsProving] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!passwords.check()) return;
    if (hasFactor) setIsProving(true);
    else change.mutate({ current, next: passwords.chosen.password });
  };
  const errors = errorPlaces(
    change.error,
    { current: change.variables?.current, password: change.variables?.next },
    { current, password: passwords.chosen.password },
  );
  return (
    <Panel title="Password">
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
        {!hasFactor && <CurrentPassword value={current} onChange={setCurrent} error={errors.current} />}
        <PasswordFields passwords={passwords} error={errors.password} />
        {!hasFactor && <FormError>{errors.form}</FormError>}
        <Button type="submit" isBusy={change.isPending} className="self-end">
          Change password
        </Button>
      </form>
      {isProving && (
        <Dialog isOpen onOpenChange={setIsProving} title="Change password">
          <ProvePerson
            asksCode={account.hasSecondFactor}
            asksPasskey={account.passkeys.length > 0}
            action="Change password"
            onProved={(proof) => onProved(proof, () => setIsProving(false))}
          />
        </Dialog>
      )}
    </Panel>
  );
};

const useChangePassword = () => {
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
  const onProved = async ({ password, ...factor }: Proof, onClose: () => void): Promise<string | undefined> => {
    try {
      await change.mutateAsync({ current: password, next: passwords.chosen.password, ...withFields(factor) });
    } catch (error) {
      // What is wrong with the new password is said at its field, behind the dialog.
      if (errorPlaces(error).password === undefined) return sentenceOfCode(errorReason(error)) ?? errorText(error);
    }
    onClose();
    return undefined;
  };
  return { current, setCurrent, passwords, change, onProved };
};

/** The answer of a passkey as plain fields. */
const withFields = ({ passkey, ...codes }: Omit<Proof, 'password'>) =>
  passkey === undefined ? codes : { ...codes, passkey: { ...passkey } };
