'use client';
import type { FormOf } from '@throughline/core/mapping/fields';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { DraftInput } from '../draft-input.tsx';
import { FormPart } from '../form-part.tsx';
import { useFormScope } from '../form-scope.ts';
import type { KindProps } from './kind-props.ts';

type How = FormOf<'date'>['how'];

const ways: readonly { readonly value: How; readonly label: string }[] = [
  { value: 'date', label: 'as a date (2026-11-23)' },
  { value: 'instant', label: 'as an instant at UTC' },
  { value: 'zone', label: 'as clocks of a time zone show it' },
  { value: 'format', label: 'written by a pattern' },
  { value: 'parse', label: 'read by a pattern' },
];
const withPattern: ReadonlySet<How> = new Set(['format', 'parse']);

/** A date or instant, and how it is converted. */
export const DateFields = ({ form, onChange }: KindProps<'date'>) => {
  const { isReadOnly } = useFormScope();
  const { how, value, pattern, timeZone } = form;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <FormPart label="Date" form={value} onChange={(next) => onChange({ ...form, value: next })} />
      <Select
        aria-label="How the date is converted"
        className="w-full"
        value={how}
        isDisabled={isReadOnly}
        options={ways}
        onChange={(next) => onChange(converted(form, next as How))}
      />
      {withPattern.has(how) && (
        <Field label="Pattern" hint="Such as dd.MM.yyyy or MMMM d, yyyy.">
          {(control) => (
            <DraftInput
              {...control}
              value={pattern ?? ''}
              readOnly={isReadOnly}
              onCommit={(next) => onChange({ ...form, pattern: next.trim() })}
            />
          )}
        </Field>
      )}
      {how !== 'parse' && (
        <Field
          label="Time zone"
          hint={how === 'zone' ? 'Such as Europe/Berlin.' : 'Such as Europe/Berlin; UTC if empty.'}
        >
          {(control) => (
            <DraftInput
              {...control}
              value={timeZone ?? ''}
              readOnly={isReadOnly}
              onCommit={(next) => onChange(inZone(form, next.trim()))}
            />
          )}
        </Field>
      )}
    </div>
  );
};

/** The same date, converted in another way. */
function converted({ value, pattern, timeZone }: FormOf<'date'>, how: How): FormOf<'date'> {
  return {
    kind: 'date',
    how,
    value,
    ...(withPattern.has(how) && { pattern: pattern ?? '' }),
    ...(how !== 'parse' && timeZone !== undefined && { timeZone }),
  };
}

function inZone({ timeZone: _before, ...form }: FormOf<'date'>, timeZone: string): FormOf<'date'> {
  return timeZone === '' ? form : { ...form, timeZone };
}
