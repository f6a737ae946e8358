import { useState } from 'react';
import { Fingerprint, Trash2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Panel } from '#ui/panel.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { authClient } from '../../sign-in/auth-client.ts';
import { describeAuthFailure } from '../../sign-in/describe-auth-failure.ts';
import { addPasskey } from './add-passkey.ts';
import { useReloadAccount, type AccountData, type AccountPanelProps } from './account-data.ts';
import { ProvePerson, type Proof } from './prove-person.tsx';

/** Passkeys sign in without a password: the device asks for fingerprint, face or PIN. */
export const PasskeysPanel = ({ account }: AccountPanelProps) => {
  const { passkeys } = account;
  const [isAdding, setIsAdding] = useState(false);
  const [leaving, setLeaving] = useState<Passkey>();
  // Browsers tie passkeys to a host name and refuse them for a bare address.
  const isBareAddress = typeof window !== 'undefined' && /^[\d.]+$|^\[/.test(window.location.hostname);
  return (
    <Panel title="Passkeys">
      {passkeys.length === 0 && (
        <p className="text-muted">None yet. A passkey signs you in with fingerprint, face or PIN of a device.</p>
      )}
      <ul aria-label="Passkeys" className="flex flex-col gap-1">
        {passkeys.map(({ id, name, addedAt }) => (
          <li key={id} className="flex items-center gap-2">
            <Fingerprint aria-hidden className="size-4 text-muted" />
            <span className="min-w-0 flex-1 wrap-anywhere">{name ?? 'Passkey'}</span>
            <span className="text-small text-muted">{addedAt !== null && <RelativeTime at={addedAt} />}</span>
            <Button
              size="icon"
              variant="ghost"
              aria-label={`Remove the passkey ${name ?? ''}`.trim()}
              onClick={() => setLeaving({ id, name, addedAt })}
            >
              <Trash2 aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      {isBareAddress && (
        <p className="mt-2 text-small text-muted">
          Browsers offer passkeys only at a host name. On this machine, open the same page at localhost.
        </p>
      )}
      <div className="mt-3 flex justify-end">
        <Button disabled={isBareAddress} onClick={() => setIsAdding(true)}>
          Add a passkey
        </Button>
      </div>
      {isAdding && <AddDialog account={account} onClose={() => setIsAdding(false)} />}
      {leaving !== undefined && (
        <RemoveDialog account={account} passkey={leaving} onClose={() => setLeaving(undefined)} />
      )}
    </Panel>
  );
};

type Passkey = AccountData['passkeys'][number];

interface AddDialogProps extends AccountPanelProps {
  readonly onClose: () => void;
}

const AddDialog = ({ account, onClose }: AddDialogProps) => {
  const reload = useReloadAccount();
  const add = async (proof: Proof) => {
    const failure = await addPasskey(deviceName(), proof);
    if (failure !== null) return describeAuthFailure(failure);
    onClose();
    await reload();
    return undefined;
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title="Add a passkey">
      <ProvePerson
        asksCode={account.hasSecondFactor}
        asksPasskey={account.passkeys.length > 0}
        action="Continue"
        onProved={add}
      />
    </Dialog>
  );
};

interface RemoveDialogProps extends AccountPanelProps {
  readonly passkey: Passkey;
  readonly onClose: () => void;
}

const RemoveDialog = ({ account, passkey: { id, name }, onClose }: RemoveDialogProps) => {
  const reload = useReloadAccount();
  const remove = async (proof: Proof) => {
    const { error } = await authClient.$fetch('/passkey/delete-passkey', { method: 'POST', body: { id, ...proof } });
    if (error !== null) return describeAuthFailure(error);
    onClose();
    await reload();
    return undefined;
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={`Remove the passkey ${name ?? ''}`.trim()}>
      <ProvePerson asksCode={account.hasSecondFactor} asksPasskey action="Remove" isDangerous onProved={remove} />
    </Dialog>
  );
};

/** The name by which a person recognises the passkey: the system on which it was created, and the day. */
const deviceName = (): string => {
  const [system = 'this device'] = /Windows|Android|iPhone|iPad|Mac|Linux/.exec(navigator.userAgent) ?? [];
  return `${system}, ${new Date().toISOString().slice(0, 10)}`;
};
