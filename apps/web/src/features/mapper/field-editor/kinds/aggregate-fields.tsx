'use client';
import type { FormOf } from '@throughline/core/mapping/fields';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { DraftInput } from '../draft-input.tsx';
import { FormPart } from '../form-part.tsx';
import { useFormScope } from '../form-scope.ts';
import type { KindProps } from './kind-props.ts';

type How = FormOf<'aggregate'>['how'];

const ways: readonly { readonly value: How; readonly label: string; readonly hint?: string }[] = [
  { value: 'first', label: 'the first' },
  { value: 'last', label: 'the last' },
  { value: 'sum', label: 'the sum', hint: 'numbers' },
  { value: 'add', label: 'the exact sum', hint: 'decimals, money' },
  { value: 'min', label: 'the smallest' },
  { value: 'max', label: 'the largest' },
  { value: 'average', label: 'the average' },
  { value: 'count', label: 'how many there are' },
  { value: 'join', label: 'all in one text' },
  { value: 'earliest', label: 'the earliest' },
  { value: 'latest', label: 'the latest' },
];

/** A list, and the one value that is made of it. */
export const AggregateFields = ({ form, onChange }: KindProps<'aggregate'>) => {
  const { isReadOnly } = useFormScope();
  const { how, list, separator } = form;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <Select
        aria-label="Which value of the list"
        className="w-full"
        value={how}
        isDisabled={isReadOnly}
        options={ways}
        onChange={(next) => onChange(reduced(form, next as How))}
      />
      <FormPart label="List" form={list} onChange={(next) => onChange({ ...form, list: next })} />
      {how === 'join' && (
        <Field label="Between them">
          {(control) => (
            <DraftInput
              {...control}
              value={separator ?? ''}
              readOnly={isReadOnly}
              onCommit={(next) => onChange({ ...form, separator: next })}
            />
          )}
        </Field>
      )}
    </div>
  );
};

const reduced = ({ list, separator }: FormOf<'aggregate'>, how: How): FormOf<'aggregate'> => ({
  kind: 'aggregate',
  how,
  list,
  ...(how === 'join' && { separator: separator ?? ', ' }),
});
