import { useState } from 'react';
import { Fingerprint, Trash2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { authClient } from '../../sign-in/auth-client.ts';
import { describeAuthFailure } from '../../sign-in/describe-auth-failure.ts';
import { useReloadAccount, type AccountPanelProps } from './account-data.ts';

/** Passkeys sign in without a password: the device asks for fingerprint, face or PIN. */
export const PasskeysPanel = ({ account: { passkeys } }: AccountPanelProps) => {
  const reload = useReloadAccount();
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const attempt = async (send: () => Promise<{ readonly error: Parameters<typeof describeAuthFailure>[0] }>) => {
    setIsBusy(true);
    setError(undefined);
    const result = await send().catch(() => undefined);
    setIsBusy(false);
    if (result?.error === null) await reload();
    else setError(describeAuthFailure(result?.error));
  };
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
              disabled={isBusy}
              onClick={() => void attempt(() => authClient.$fetch('/passkey/delete-passkey', removal(id)))}
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
      {error !== undefined && (
        <p role="alert" className="mt-2 text-failed">
          {error}
        </p>
      )}
      <div className="mt-3 flex justify-end">
        <Button
          isBusy={isBusy}
          disabled={isBareAddress}
          onClick={() => void attempt(() => authClient.passkey.addPasskey({ name: deviceName() }))}
        >
          Add a passkey
        </Button>
      </div>
    </Panel>
  );
};

const removal = (id: string) => ({ method: 'POST', body: { id } }) as const;

/** What a person recognises the passkey by: the system it was made on, and the day. */
const deviceName = (): string => {
  const [system = 'this device'] = /Windows|Android|iPhone|iPad|Mac|Linux/.exec(navigator.userAgent) ?? [];
  return `${system}, ${new Date().toISOString().slice(0, 10)}`;
};
