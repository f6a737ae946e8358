import { useState, type FormEvent } from 'react';
import { Fingerprint } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { describeAuthFailure } from '../../sign-in/describe-auth-failure.ts';
import { askPasskey } from './ask-passkey.ts';
import { CurrentPassword } from './current-password.tsx';

/** Proves that it is really the owner of this account who is there. */
export interface Proof {
  readonly password: string;
  readonly code?: string;
  readonly recoveryCode?: string;
  readonly passkey?: object;
}

interface ProvePersonProps {
  /** The second factors that are required in addition to the password. */
  readonly asksCode: boolean;
  readonly asksPasskey: boolean;
  readonly action: string;
  readonly isDangerous?: boolean;
  /** @returns why it was refused, or undefined */
  readonly onProved: (proof: Proof) => Promise<string | undefined>;
}

/** Asks for the password, and for a second factor if the person has one. */
export const ProvePerson = ({ asksCode, asksPasskey, action, isDangerous = false, onProved }: ProvePersonProps) => {
  const { password, setPassword, code, setCode, error, isBusy, prove } = useProof(onProved);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void prove(asksCode || !asksPasskey ? 'code' : 'passkey');
  };
  const variant = isDangerous ? 'danger' : 'primary';
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3 pb-2">
      <CurrentPassword value={password} onChange={setPassword} />
      {asksCode && <CodeField value={code} onChange={setCode} isAlone={!asksPasskey} />}
      {error !== undefined && (
        <p role="alert" className="text-failed">
          {error}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {asksCode && asksPasskey && (
          <Button icon={<Fingerprint aria-hidden />} disabled={isBusy} onClick={() => void prove('passkey')}>
            Use a passkey instead
          </Button>
        )}
        <Button type="submit" variant={variant} isBusy={isBusy}>
          {asksCode || !asksPasskey ? action : `${action} with a passkey`}
        </Button>
      </div>
    </form>
  );
};

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** True if nothing else can replace the code. */
  readonly isAlone: boolean;
}

const CodeField = ({ value, onChange, isAlone }: CodeFieldProps) => (
  <Field label="Code from your app, or a recovery code" isRequired={isAlone}>
    {(control) => (
      <Input
        {...control}
        required={isAlone}
        maxLength={20}
        autoComplete="one-time-code"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-8 font-mono tracking-widest"
      />
    )}
  </Field>
);

const useProof = (onProved: ProvePersonProps['onProved']) => {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const send = async (way: 'code' | 'passkey'): Promise<string | undefined> => {
    if (way === 'code') return onProved({ password, ...readCode(code) });
    const answer = await askPasskey();
    return 'error' in answer ? describeAuthFailure(answer.error) : onProved({ password, ...answer });
  };
  const prove = async (way: 'code' | 'passkey') => {
    setIsBusy(true);
    setError(undefined);
    const refusal = await send(way).catch(() => describeAuthFailure(undefined));
    setIsBusy(false);
    setError(refusal);
  };
  return { password, setPassword, code, setCode, error, isBusy, prove };
};

/** Six digits come from the app; anything else is a recovery code. */
const readCode = (text: string): Pick<Proof, 'code' | 'recoveryCode'> => {
  const typed = text.replaceAll(/\s/g, '');
  if (typed === '') return {};
  return /^\d{6}$/.test(typed) ? { code: typed } : { recoveryCode: typed };
};
