import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { authClient } from '../../sign-in/auth-client.ts';
import { describeAuthFailure } from '../../sign-in/describe-auth-failure.ts';
import { useReloadAccount } from './account-data.ts';
import { ConfirmApp } from './confirm-app.tsx';
import { CurrentPassword } from './current-password.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export type SecondFactorDeed = 'enable' | 'disable' | 'codes';

const titles: Readonly<Record<SecondFactorDeed, string>> = {
  enable: 'Set up an authenticator app',
  disable: 'Turn the second factor off',
  codes: 'New recovery codes',
};

interface SecondFactorDialogProps {
  readonly deed: SecondFactorDeed;
  readonly onClose: () => void;
}

type Stage =
  | { readonly name: 'password' }
  | { readonly name: 'app'; readonly uri: string; readonly codes: readonly string[] }
  | { readonly name: 'codes'; readonly codes: readonly string[] };

/** Asks for the password, then leads through what was chosen. */
export const SecondFactorDialog = ({ deed, onClose }: SecondFactorDialogProps) => {
  const [stage, setStage] = useState<Stage>({ name: 'password' });
  const reload = useReloadAccount();
  const finish = () => {
    onClose();
    void reload();
  };
  return (
    <Dialog isOpen onOpenChange={finish} title={titles[deed]}>
      {stage.name === 'password' && <PasswordStage deed={deed} onNext={setStage} onDone={finish} />}
      {stage.name === 'app' && (
        <ConfirmApp uri={stage.uri} onConfirmed={() => setStage({ name: 'codes', codes: stage.codes })} />
      )}
      {stage.name === 'codes' && <RecoveryCodes codes={stage.codes} onClose={finish} />}
    </Dialog>
  );
};

interface PasswordStageProps {
  readonly deed: SecondFactorDeed;
  readonly onNext: (stage: Stage) => void;
  readonly onDone: () => void;
}

const PasswordStage = ({ deed, onNext, onDone }: PasswordStageProps) => {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const go = async () => {
    setIsBusy(true);
    setError(undefined);
    const outcome = await perform(deed, password).catch(() => describeAuthFailure(undefined));
    setIsBusy(false);
    if (typeof outcome === 'string') setError(outcome);
    else if (outcome === undefined) onDone();
    else onNext(outcome);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void go();
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3 pb-2">
      <CurrentPassword value={password} onChange={setPassword} />
      {error !== undefined && (
        <p role="alert" className="text-failed">
          {error}
        </p>
      )}
      <Button type="submit" variant={deed === 'disable' ? 'danger' : 'primary'} isBusy={isBusy} className="self-end">
        {deed === 'disable' ? 'Turn off' : 'Continue'}
      </Button>
    </form>
  );
};

/** @returns the next stage, undefined when nothing follows, or why it was refused */
const perform = async (deed: SecondFactorDeed, password: string): Promise<Stage | undefined | string> => {
  if (deed === 'disable') {
    const { error } = await authClient.twoFactor.disable({ password });
    return error === null ? undefined : describeAuthFailure(error);
  }
  if (deed === 'codes') {
    const { data, error } = await authClient.twoFactor.generateBackupCodes({ password });
    return error === null ? { name: 'codes', codes: data.backupCodes } : describeAuthFailure(error);
  }
  const { data, error } = await authClient.twoFactor.enable({ password });
  if (error !== null) return describeAuthFailure(error);
  if (data.method !== 'totp') return describeAuthFailure(undefined);
  return { name: 'app', uri: data.totpURI, codes: data.backupCodes };
};
