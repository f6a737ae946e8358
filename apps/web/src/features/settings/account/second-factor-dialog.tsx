import { useState } from 'react';
import { Dialog } from '#ui/dialog.tsx';
import { authClient } from '../../sign-in/auth-client.ts';
import { describeAuthFailure } from '../../sign-in/describe-auth-failure.ts';
import { useReloadAccount, type AccountData } from './account-data.ts';
import { ConfirmApp } from './confirm-app.tsx';
import { ProvePerson, type Proof } from './prove-person.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export type SecondFactorDeed = 'enable' | 'disable' | 'codes';

const titles: Readonly<Record<SecondFactorDeed, string>> = {
  enable: 'Set up an authenticator app',
  disable: 'Turn the second factor off',
  codes: 'New recovery codes',
};

interface SecondFactorDialogProps {
  readonly account: AccountData;
  readonly deed: SecondFactorDeed;
  readonly onClose: () => void;
}

type Stage =
  | { readonly name: 'proof' }
  | { readonly name: 'app'; readonly uri: string; readonly codes: readonly string[] }
  | { readonly name: 'codes'; readonly codes: readonly string[] };

/** Asks for proof of identity, then guides through the chosen change. */
export const SecondFactorDialog = ({ account, deed, onClose }: SecondFactorDialogProps) => {
  const [stage, setStage] = useState<Stage>({ name: 'proof' });
  const reload = useReloadAccount();
  const finish = () => {
    onClose();
    void reload();
  };
  const onProved = async (proof: Proof) => {
    const outcome = await perform(deed, proof);
    if (typeof outcome === 'string') return outcome;
    if (outcome === undefined) finish();
    else setStage(outcome);
    return undefined;
  };
  // There is nothing to ask for yet when the first second factor is set up.
  const isFirst = deed === 'enable';
  return (
    <Dialog isOpen onOpenChange={finish} title={titles[deed]}>
      {stage.name === 'proof' && (
        <ProvePerson
          asksCode={!isFirst}
          asksPasskey={!isFirst && account.passkeys.length > 0}
          action={deed === 'disable' ? 'Turn off' : 'Continue'}
          isDangerous={deed === 'disable'}
          onProved={onProved}
        />
      )}
      {stage.name === 'app' && (
        <ConfirmApp uri={stage.uri} onConfirmed={() => setStage({ name: 'codes', codes: stage.codes })} />
      )}
      {stage.name === 'codes' && <RecoveryCodes codes={stage.codes} onClose={finish} />}
    </Dialog>
  );
};

/** @returns the next stage, undefined when nothing follows, or why it was refused */
const perform = async (deed: SecondFactorDeed, proof: Proof): Promise<Stage | undefined | string> => {
  if (deed === 'disable') {
    const { error } = await authClient.$fetch('/two-factor/disable', { method: 'POST', body: proof });
    return error === null ? undefined : describeAuthFailure(error);
  }
  if (deed === 'codes') {
    const { data, error } = await authClient.$fetch<{ readonly backupCodes: readonly string[] }>(
      '/two-factor/generate-backup-codes',
      { method: 'POST', body: proof },
    );
    return error === null ? { name: 'codes', codes: data.backupCodes } : describeAuthFailure(error);
  }
  const { data, error } = await authClient.twoFactor.enable({ password: proof.password });
  if (error !== null) return describeAuthFailure(error);
  if (data.method !== 'totp') return describeAuthFailure(undefined);
  return { name: 'app', uri: data.totpURI, codes: data.backupCodes };
};
