'use client';
import { Field } from '#ui/field.tsx';
import { DraftInput } from '../draft-input.tsx';
import { FormPart } from '../form-part.tsx';
import { useFormScope } from '../form-scope.ts';
import type { KindProps } from './kind-props.ts';

/** An amount and its currency. */
export const MoneyFields = ({ form, onChange }: KindProps<'money'>) => {
  const { isReadOnly } = useFormScope();
  const { places: _before, ...rest } = form;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <FormPart label="Amount" form={form.amount} onChange={(amount) => onChange({ ...form, amount })} />
      <FormPart label="Currency" form={form.currency} onChange={(currency) => onChange({ ...form, currency })} />
      <Field label="Decimal places" hint="Those of the currency if empty.">
        {(control) => (
          <DraftInput
            {...control}
            value={form.places === undefined ? '' : String(form.places)}
            inputMode="numeric"
            readOnly={isReadOnly}
            onCommit={(text) => onChange(/^\d+$/.test(text.trim()) ? { ...rest, places: Number(text) } : rest)}
          />
        )}
      </Field>
    </div>
  );
};
