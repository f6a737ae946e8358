'use client';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { useFormContext } from './form-context.ts';
import { ownValue } from '@throughline/core/connector/own-value';

interface IncludeFieldProps {
  readonly object: ObjectManifest | undefined;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** Child lists to include with a record. Renders nothing if the object has none. */
export const IncludeField = ({ object, value, onChange }: IncludeFieldProps) => {
  const { isReadOnly } = useFormContext();
  const offered = Object.entries(object?.children ?? {});
  const names = [...new Set([...offered.map(([name]) => name), ...value])];
  if (names.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-small font-medium">Bring along</legend>
      {names.map((name) => (
        <label key={name} className="flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            className="size-3.5 accent-accent"
            checked={value.includes(name)}
            disabled={isReadOnly}
            onChange={(event) =>
              onChange(event.target.checked ? [...value, name] : value.filter((each) => each !== name))
            }
          />
          <span className="font-mono text-code">{name}</span>
          <span className="text-small text-muted">{ownValue(object?.children, name)?.object ?? 'unknown'}</span>
        </label>
      ))}
    </fieldset>
  );
};
