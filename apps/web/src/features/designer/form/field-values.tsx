'use client';
import { CircleAlert } from 'lucide-react';
import { data, type FieldValue } from '@throughline/core/flow/field-value';
import { Combobox } from '#ui/combobox.tsx';
import type { ComboboxOption } from '#ui/matching-options.ts';
import { useFormContext } from './form-context.ts';
import { Rows } from './rows.tsx';
import { ValueField } from './value-field.tsx';

interface FieldValuesProps {
  readonly label: string;
  readonly pointer: string;
  readonly value: Readonly<Record<string, FieldValue>>;
  readonly onChange: (value: Record<string, FieldValue>) => void;
  readonly fields: readonly ComboboxOption[];
  readonly addLabel: string;
  readonly hint?: string;
}

/** Field names of a record, each with its value. */
export const FieldValues = ({ label, pointer, value, onChange, fields, addLabel, hint }: FieldValuesProps) => {
  const { problemAt, isReadOnly } = useFormContext();
  const own = problemAt(pointer);
  const entries = Object.entries(value);
  return (
    <>
      <Rows
        label={label}
        items={entries}
        onChange={(next) => onChange(Object.fromEntries(next))}
        create={(): [string, FieldValue] => [freeName(fields, value), data('')]}
        addLabel={addLabel}
        {...(hint === undefined ? {} : { hint })}
        render={([name, given], _index, change) => (
          <>
            <Combobox
              label="Field"
              placeholder="field"
              value={name}
              options={fields}
              isReadOnly={isReadOnly}
              onChange={(next) => {
                // A name that is already used would overwrite the other row.
                if (!Object.hasOwn(value, next)) change([next, given]);
              }}
            />
            <ValueField
              prefers="data"
              label={`Value of ${name}`}
              isHiddenLabel
              pointer={`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`}
              value={given}
              onChange={(next) => change([name, next])}
            />
          </>
        )}
      />
      {own !== undefined && entries.length === 0 && (
        <p className="flex items-start gap-1 text-small text-failed">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {own}
        </p>
      )}
    </>
  );
};

/** The first unused field, so that a new row never overwrites another one. */
const freeName = (fields: readonly ComboboxOption[], taken: Readonly<Record<string, FieldValue>>): string =>
  fields.find(({ value }) => !Object.hasOwn(taken, value))?.value ?? `field${Object.keys(taken).length + 1}`;
