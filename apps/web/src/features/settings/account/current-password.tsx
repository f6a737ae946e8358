import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';

interface CurrentPasswordProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}

/** Asked before any change to the sign-in, because an open browser alone must not be enough. */
export const CurrentPassword = ({ value, onChange, error }: CurrentPasswordProps) => (
  <Field label="Current password" isRequired error={error}>
    {(control) => (
      <Input
        {...control}
        type="password"
        required
        autoComplete="current-password"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-8"
      />
    )}
  </Field>
);
