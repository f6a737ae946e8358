'use client';
import { blankForm } from '@throughline/core/mapping/fields';
import { FormPart } from '../form-part.tsx';
import { FormRows } from '../form-rows.tsx';
import type { LabelledKindProps } from './kind-props.ts';

/** The values of a list. */
export const ValueRows = ({ label, form, onChange }: LabelledKindProps<'values'>) => (
  <FormRows
    label={label}
    row="value"
    items={form.items}
    fewest={0}
    create={() => blankForm}
    addLabel="Add a value"
    onChange={(items) => onChange({ ...form, items })}
    render={(item, index, change) => (
      <FormPart label={`Value ${index + 1}`} isLabelHidden form={item} onChange={change} isResult />
    )}
  />
);
