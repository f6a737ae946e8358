import type { FieldValue } from '@throughline/core/flow/field-value';

/** One field of a form as a person sees it: its label, and what it is to say. */
export type FormField =
  | { readonly is: 'text' | 'number'; readonly label: string; readonly text: string }
  | { readonly is: 'choice'; readonly label: string; readonly option: string }
  | { readonly is: 'tick'; readonly label: string }
  | { readonly is: 'value'; readonly label: string; readonly value: FieldValue }
  /** `add` is the label of the button that adds a row. */
  | {
      readonly is: 'rows';
      readonly label: string;
      readonly add: string;
      readonly rows: readonly (readonly FormField[])[];
    }
  /** Fields that show once their section is open. */
  | { readonly is: 'section'; readonly label: string; readonly fields: readonly FormField[] };

export const text = (label: string, given: string): FormField => ({ is: 'text', label, text: given });
export const choice = (label: string, option: string): FormField => ({ is: 'choice', label, option });
export const value = (label: string, given: FieldValue): FormField => ({ is: 'value', label, value: given });

/** The field if something is given for it. */
export const optional = <Given>(make: (label: string, given: Given) => FormField, label: string, given?: Given) =>
  given === undefined ? [] : [make(label, given)];
