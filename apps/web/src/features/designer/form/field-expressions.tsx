'use client';
import { CircleAlert } from 'lucide-react';
import { Combobox, type ComboboxOption } from './combobox.tsx';
import { ExpressionField } from './expression-field.tsx';
import { useFormContext } from './form-context.ts';
import { Rows } from './rows.tsx';

interface FieldExpressionsProps {
  readonly label: string;
  readonly pointer: string;
  readonly value: Readonly<Record<string, string>>;
  readonly onChange: (value: Record<string, string>) => void;
  readonly fields: readonly ComboboxOption[];
  readonly addLabel: string;
  readonly hint?: string;
}

/** Field names of a record, each with an expression. */
export const FieldExpressions = ({
  label,
  pointer,
  value,
  onChange,
  fields,
  addLabel,
  hint,
}: FieldExpressionsProps) => {
  const { problemAt, isReadOnly } = useFormContext();
  const own = problemAt(pointer);
  const entries = Object.entries(value);
  return (
    <>
      <Rows
        label={label}
        items={entries}
        onChange={(next) => onChange(Object.fromEntries(next))}
        create={(): [string, string] => [freeName(fields, value), '']}
        addLabel={addLabel}
        {...(hint === undefined ? {} : { hint })}
        render={([name, text], _index, change) => (
          <>
            <Combobox
              label="Field"
              placeholder="field"
              value={name}
              options={fields}
              isReadOnly={isReadOnly}
              onChange={(next) => {
                // A name that is taken would swallow the other row.
                if (!Object.hasOwn(value, next)) change([next, text]);
              }}
            />
            <ExpressionField
              label={`Value of ${name}`}
              isHiddenLabel
              pointer={`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`}
              value={text}
              placeholder="value"
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

/** The first field not used yet, so that a new row never overwrites another one. */
const freeName = (fields: readonly ComboboxOption[], taken: Readonly<Record<string, string>>): string =>
  fields.find(({ value }) => !Object.hasOwn(taken, value))?.value ?? `field${Object.keys(taken).length + 1}`;
