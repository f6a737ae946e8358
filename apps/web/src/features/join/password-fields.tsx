import { useState } from 'react';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';

const empty = { password: '', repeated: '' };

/** A new password that somebody types twice. */
export const useNewPassword = () => {
  const [chosen, setChosen] = useState(empty);
  const [wasSent, setWasSent] = useState(false);
  const isSame = chosen.password === chosen.repeated;
  return {
    chosen,
    setChosen,
    /** True once typing the second one has begun, or the form was sent. */
    showsDifference: !isSame && (wasSent || chosen.repeated !== ''),
    /** Called when the form is sent. @returns true if both are the same */
    check: () => {
      setWasSent(true);
      return isSame;
    },
    clear: () => {
      setChosen(empty);
      setWasSent(false);
    },
  };
};

interface PasswordFieldsProps {
  readonly passwords: ReturnType<typeof useNewPassword>;
  /** The server's verdict on it. */
  readonly error: string | undefined;
}

/** Only the server checks the password, so that there is one rule and one message for it. */
export const PasswordFields = ({ passwords: { chosen, setChosen, showsDifference }, error }: PasswordFieldsProps) => (
  <>
    <Field
      label="New password"
      isRequired
      hint="At least 12 characters, and hard to guess: several unrelated words, or one from a password manager."
      error={error}
    >
      {(control) => (
        <Input
          {...control}
          type="password"
          autoComplete="new-password"
          value={chosen.password}
          onChange={(event) => setChosen({ ...chosen, password: event.target.value })}
          className="h-8"
        />
      )}
    </Field>
    <Field
      label="Repeat the password"
      isRequired
      error={showsDifference ? 'The two passwords differ. Type the same one twice.' : undefined}
    >
      {(control) => (
        <Input
          {...control}
          type="password"
          autoComplete="new-password"
          value={chosen.repeated}
          onChange={(event) => setChosen({ ...chosen, repeated: event.target.value })}
          className="h-8"
        />
      )}
    </Field>
  </>
);
