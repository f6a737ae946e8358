'use client';
import type { FieldValue } from '@throughline/core/flow/field-value';
import { Combobox } from '#ui/combobox.tsx';
import { useFormContext } from './form-context.ts';
import { useDataOptions } from './use-data-options.ts';

interface DataInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: FieldValue) => void;
  readonly isInvalid: boolean;
  readonly describedBy: string | undefined;
}

/** Data of the trigger or an earlier step, chosen from a list that shows sample values. */
export const DataInput = ({ label, value, onChange, isInvalid, describedBy }: DataInputProps) => {
  const { isReadOnly } = useFormContext();
  const options = useDataOptions();
  const chosen = options.find((option) => option.value === value);
  return (
    <>
      <Combobox
        label={label}
        value={value}
        placeholder="Choose data…"
        options={options}
        isReadOnly={isReadOnly}
        isInvalid={isInvalid}
        describedBy={describedBy}
        onChange={(path) => onChange({ kind: 'data', value: path })}
      />
      {chosen?.names !== undefined && (
        <p className="text-small text-muted">{`${chosen.names.join(' › ')} · ${chosen.detail}`}</p>
      )}
    </>
  );
};
