'use client';
import type { FormOf } from '@throughline/core/mapping/fields';
import { Select } from '#ui/select.tsx';
import { FormPart } from '../form-part.tsx';
import { useFormScope } from '../form-scope.ts';
import type { KindProps } from './kind-props.ts';

const targets = [
  { value: 'text', label: 'to text' },
  { value: 'number', label: 'to a number' },
  { value: 'decimal', label: 'to a decimal text' },
  { value: 'yes-or-no', label: 'to yes or no' },
];

/** A value of one type as another. */
export const ConversionFields = ({ form, onChange }: KindProps<'conversion'>) => {
  const { isReadOnly } = useFormScope();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <FormPart label="Convert" form={form.value} onChange={(value) => onChange({ ...form, value })} />
      <Select
        aria-label="What it becomes"
        className="w-full"
        value={form.to}
        isDisabled={isReadOnly}
        options={targets}
        onChange={(next) => onChange({ ...form, to: next as FormOf<'conversion'>['to'] })}
      />
    </div>
  );
};
