'use client';
import { useState } from 'react';
import {
  blankForm,
  editField,
  formProblem,
  isBlank,
  readField,
  type FieldForm,
} from '@throughline/core/mapping/fields';
import { applyEdits, patchMapping } from '@throughline/core/mapping/syntax';
import { FormPart } from '../form-part.tsx';
import { FormScopeContext, useFormScope } from '../form-scope.ts';
import type { LabelledKindProps } from './kind-props.ts';

/** Forms that cannot be written yet, by the field that they are for. They end when the object's text changes. */
interface Pending {
  readonly text: string;
  readonly forms: Readonly<Record<string, FieldForm>>;
}

/** An object inside a form, field by field. Each field is a patch of the object's text, which otherwise stays as it is. */
export const ObjectFields = ({ label, form, onChange }: LabelledKindProps<'object'>) => {
  const scope = useFormScope();
  const [held, setHeld] = useState<Pending>({ text: form.text, forms: {} });
  const pending = held.text === form.text ? held.forms : {};
  const change = (name: string, next: FieldForm) => {
    const text = isBlank(next) ? without(form.text, name) : written(form.text, name, next);
    if (text === undefined) setHeld({ text: form.text, forms: { ...pending, [name]: next } });
    else if (text !== form.text) onChange({ kind: 'object', text });
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="sr-only">{label}</legend>
      {scope.fields.map(({ name, allowed, fields }) => {
        const waiting = pending[name];
        return (
          <FormScopeContext key={name} value={{ ...scope, allowed, fields }}>
            <FormPart
              label={name}
              form={waiting ?? readField(form.text, [name]) ?? blankForm}
              onChange={(next) => change(name, next)}
              isResult
            />
            {waiting !== undefined && (
              <p role="status" className="text-small text-review">
                {formProblem(waiting)}
              </p>
            )}
          </FormScopeContext>
        );
      })}
    </fieldset>
  );
};

/** The object with the field; undefined as long as the form cannot be written. */
function written(text: string, name: string, form: FieldForm): string | undefined {
  if (formProblem(form) !== undefined) return undefined;
  const edit = editField(text, [name], form);
  return 'reason' in edit ? undefined : applyEdits(text, edit.edits);
}

function without(text: string, name: string): string {
  const removed = patchMapping(text, { operation: 'remove', target: [name] });
  return removed.isOk ? removed.text : text;
}
