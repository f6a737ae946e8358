import { useState, type FormEvent } from 'react';
import { CircleAlert } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { authClient } from './auth-client.ts';
import { describeAuthFailure } from './describe-auth-failure.ts';

interface SecondStepFormProps {
  readonly onDone: () => void;
  readonly onStartAgain: () => void;
}

/** After the password, asks for a code of the authenticator app or a recovery code. */
export const SecondStepForm = ({ onDone, onStartAgain }: SecondStepFormProps) => {
  const { usesRecovery, code, setCode, error, isBusy, verify, switchWay } = useSecondStep(onDone);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void verify();
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col gap-3">
      <h2 className="text-heading font-semibold">Second step</h2>
      <Field
        key={usesRecovery ? 'recovery' : 'app'}
        label={usesRecovery ? 'Recovery code' : 'Code from your authenticator app'}
        hint={usesRecovery ? 'One of those you kept. Each works once.' : '6 digits, new every 30 seconds.'}
      >
        {(control) => (
          <Input
            {...control}
            required
            ref={focusWhenShown}
            maxLength={20}
            inputMode={usesRecovery ? 'text' : 'numeric'}
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            className="h-8 font-mono tracking-widest"
          />
        )}
      </Field>
      {error !== undefined && (
        <p role="alert" className="flex items-start gap-1.5 text-failed">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
      <Button type="submit" variant="primary" size="regular" isBusy={isBusy}>
        Continue
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="ghost" onClick={switchWay}>
          {usesRecovery ? 'Use the app' : 'Use a recovery code'}
        </Button>
        <Button variant="ghost" onClick={onStartAgain}>
          Start again
        </Button>
      </div>
    </form>
  );
};

/** The step has a single field and nothing else to do. */
const focusWhenShown = (input: HTMLInputElement | null): void => input?.focus();

const useSecondStep = (onDone: () => void) => {
  const [usesRecovery, setUsesRecovery] = useState(false);
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const verify = async () => {
    setIsBusy(true);
    setError(undefined);
    const given = { code: usesRecovery ? code.trim() : code.replaceAll(/\s/g, '') };
    const send = usesRecovery ? authClient.twoFactor.verifyBackupCode : authClient.twoFactor.verifyTotp;
    const result = await send(given).catch(() => undefined);
    if (result?.error === null) {
      onDone();
      return;
    }
    setIsBusy(false);
    setError(describeAuthFailure(result?.error));
  };
  const switchWay = () => {
    setUsesRecovery(!usesRecovery);
    setCode('');
    setError(undefined);
  };
  return { usesRecovery, code, setCode, error, isBusy, verify, switchWay };
};
