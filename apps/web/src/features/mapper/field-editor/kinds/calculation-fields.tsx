'use client';
import type { FormOf } from '@throughline/core/mapping/fields';
import { Select } from '#ui/select.tsx';
import { FormPart } from '../form-part.tsx';
import { useFormScope } from '../form-scope.ts';
import type { KindProps } from './kind-props.ts';

const operators = [
  { value: '+', label: 'plus' },
  { value: '-', label: 'minus' },
  { value: '*', label: 'times' },
  { value: '/', label: 'divided by' },
  { value: '%', label: 'remainder of division by' },
];

/** Two numbers and what is done with them. */
export const CalculationFields = ({ form, onChange }: KindProps<'calculation'>) => {
  const { isReadOnly } = useFormScope();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <FormPart label="First number" form={form.left} onChange={(left) => onChange({ ...form, left })} />
      <Select
        aria-label="Operation"
        className="w-full"
        value={form.operator}
        isDisabled={isReadOnly}
        options={operators}
        onChange={(next) => onChange({ ...form, operator: next as FormOf<'calculation'>['operator'] })}
      />
      <FormPart label="Second number" form={form.right} onChange={(right) => onChange({ ...form, right })} />
    </div>
  );
};
