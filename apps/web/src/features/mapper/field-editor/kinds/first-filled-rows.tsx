'use client';
import { blankForm } from '@throughline/core/mapping/fields';
import { FormPart } from '../form-part.tsx';
import { FormRows } from '../form-rows.tsx';
import type { LabelledKindProps } from './kind-props.ts';

/** Values in the order in which they are tried. */
export const FirstFilledRows = ({ label, form, onChange }: LabelledKindProps<'first-filled'>) => (
  <FormRows
    label={label}
    row="value"
    items={form.alternatives}
    create={() => blankForm}
    addLabel="Add a value"
    onChange={(alternatives) => {
      const [only] = alternatives;
      onChange(alternatives.length === 1 && only !== undefined ? only : { ...form, alternatives });
    }}
    render={(alternative, index, change) => (
      <FormPart
        label={index === 0 ? 'First' : form.notation === 'there' ? 'If that is missing' : 'If that is empty'}
        form={alternative}
        onChange={change}
        isResult
      />
    )}
  />
);
