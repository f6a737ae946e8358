import { bracketed } from './bracketed.ts';
import type { FieldForm } from './field-form.ts';
import type { FormKind, WriteForm } from './forms/form-kind.ts';
import { formKinds } from './forms/registry.ts';

/** The expression that says what a form says. */
export const writeField = (form: FieldForm): string => write(form);

const write: WriteForm = (form, power) => {
  const kind = formKinds[form.kind] as FormKind<typeof form.kind>;
  const text = kind.write(form, write);
  return power === undefined ? text : bracketed(text, power);
};
