'use client';
import { Segmented } from '#ui/segmented.tsx';
import { Select } from '#ui/select.tsx';
import { allowedOption } from '../allowed-values.ts';
import { DraftInput } from '../draft-input.tsx';
import { useFormScope } from '../form-scope.ts';
import type { LabelledKindProps } from './kind-props.ts';

interface ConstantInputProps extends LabelledKindProps<'constant'> {
  /** The only values that fit; none if any does. */
  readonly allowed: readonly (string | number | boolean)[];
}

/** A fixed value, in the form of its type. */
export const ConstantInput = ({ label, form, onChange, allowed }: ConstantInputProps) => {
  const { isReadOnly } = useFormScope();
  const { value } = form;
  if (value !== null && allowed.length > 0) {
    const options = allowed.map((each) => ({ value: String(each), label: String(each) }));
    return (
      <Select
        aria-label={label}
        className="w-full"
        value={allowed.includes(value) ? String(value) : undefined}
        isDisabled={isReadOnly}
        placeholder={value === '' ? 'Choose a value…' : `${value} is not allowed`}
        options={options}
        onChange={(next) => onChange({ kind: 'constant', value: allowedOption(allowed, next) ?? next })}
      />
    );
  }
  if (typeof value === 'boolean') {
    return (
      <Segmented
        label={label}
        value={value ? 'yes' : 'no'}
        segments={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        onChange={(next) => !isReadOnly && onChange({ kind: 'constant', value: next === 'yes' })}
      />
    );
  }
  if (value === null) return <span className="leading-7 text-muted">The value is nothing (null).</span>;
  return (
    <DraftInput
      aria-label={label}
      className="w-full"
      value={String(value)}
      inputMode={typeof value === 'number' ? 'decimal' : 'text'}
      readOnly={isReadOnly}
      placeholder={typeof value === 'number' ? 'A number' : 'Type the text…'}
      onCommit={(text) => onChange({ kind: 'constant', value: typeof value === 'number' ? numberOr(text) : text })}
    />
  );
};

/** What is no number stays as text, and is shown as such. */
const numberOr = (text: string): number | string => {
  const number = Number(text.trim());
  return text.trim() === '' || !Number.isFinite(number) ? text : number;
};
