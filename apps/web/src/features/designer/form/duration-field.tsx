'use client';
import type { ReactNode } from 'react';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { formatSimpleDuration, parseSimpleDuration, type DurationUnit } from './duration.ts';
import { useFormContext } from './form-context.ts';
import { useFocusedField } from './use-focused-field.ts';

interface DurationFieldProps {
  readonly label: string;
  readonly pointer: string;
  /** ISO 8601, for example `PT5M`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
}

const units = [
  { value: 'S', label: 'seconds' },
  { value: 'M', label: 'minutes' },
  { value: 'H', label: 'hours' },
  { value: 'D', label: 'days' },
] as const satisfies readonly { value: DurationUnit; label: string }[];

/** A duration as amount and unit. A composite one such as PT1H30M is edited as text. */
export const DurationField = ({ label, pointer, value, onChange, hint }: DurationFieldProps) => {
  const { problemAt, isReadOnly } = useFormContext();
  const host = useFocusedField(pointer);
  const simple = parseSimpleDuration(value);
  return (
    <div ref={host}>
      <Field label={label} error={problemAt(pointer)} hint={hint}>
        {(control) =>
          simple === undefined ? (
            <Input
              {...control}
              className="font-mono text-code"
              value={value}
              readOnly={isReadOnly}
              onChange={(event) => onChange(event.target.value)}
            />
          ) : (
            <div className="flex gap-1.5">
              <Input
                {...control}
                type="number"
                min={1}
                className="w-20"
                value={simple.amount}
                readOnly={isReadOnly}
                onChange={(event) => {
                  if (event.target.value !== '')
                    onChange(formatSimpleDuration(Number(event.target.value), simple.unit));
                }}
              />
              <Select
                aria-label={`Unit of ${label}`}
                className="w-28"
                value={simple.unit}
                isDisabled={isReadOnly}
                options={units}
                onChange={(unit) => {
                  const chosen = units.find((each) => each.value === unit);
                  if (chosen !== undefined) onChange(formatSimpleDuration(simple.amount, chosen.value));
                }}
              />
            </div>
          )
        }
      </Field>
    </div>
  );
};
