import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { authClient } from '../../sign-in/auth-client.ts';
import { describeAuthFailure } from '../../sign-in/describe-auth-failure.ts';
import { QrCode } from './qr-code.tsx';

interface ConfirmAppProps {
  /** The app's configuration, as an `otpauth:` address. */
  readonly uri: string;
  readonly onConfirmed: () => void;
}

/** Shows the secret for an app to scan. The first correct code turns the second factor on. */
export const ConfirmApp = ({ uri, onConfirmed }: ConfirmAppProps) => {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const confirm = async () => {
    setIsBusy(true);
    setError(undefined);
    const result = await authClient.twoFactor.verifyTotp({ code: code.replaceAll(/\s/g, '') }).catch(() => undefined);
    setIsBusy(false);
    if (result?.error === null) onConfirmed();
    else setError(describeAuthFailure(result?.error));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void confirm();
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3 pb-2">
      <p>Scan this with an authenticator app, or enter the key by hand.</p>
      <QrCode text={uri} label="QR code for the authenticator app" />
      <p className="flex items-center justify-center gap-1 font-mono text-code wrap-anywhere">
        {secret}
        <CopyButton text={secret} label="Copy the key" />
      </p>
      <Field label="Code that the app shows" isRequired error={error}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={10}
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            className="h-8 font-mono tracking-widest"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" isBusy={isBusy} className="self-end">
        Turn on
      </Button>
    </form>
  );
};
