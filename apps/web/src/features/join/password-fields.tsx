import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';

export interface ChosenPassword {
  readonly password: string;
  readonly repeated: string;
}

export const isRepeated = ({ password, repeated }: ChosenPassword): boolean => password === repeated;

interface PasswordFieldsProps {
  readonly chosen: ChosenPassword;
  readonly onChange: (chosen: ChosenPassword) => void;
}

/** A new password, typed twice. The server judges it. */
export const PasswordFields = ({ chosen, onChange }: PasswordFieldsProps) => (
  <>
    <Field
      label="New password"
      isRequired
      hint="At least 12 characters, and hard to guess: several unrelated words, or one from a password manager."
    >
      {(control) => (
        <Input
          {...control}
          type="password"
          required
          minLength={12}
          maxLength={128}
          autoComplete="new-password"
          value={chosen.password}
          onChange={(event) => onChange({ ...chosen, password: event.target.value })}
          className="h-8"
        />
      )}
    </Field>
    <Field
      label="Repeat the password"
      isRequired
      error={chosen.repeated !== '' && !isRepeated(chosen) ? 'The two passwords differ.' : undefined}
    >
      {(control) => (
        <Input
          {...control}
          type="password"
          required
          autoComplete="new-password"
          value={chosen.repeated}
          onChange={(event) => onChange({ ...chosen, repeated: event.target.value })}
          className="h-8"
        />
      )}
    </Field>
  </>
);
