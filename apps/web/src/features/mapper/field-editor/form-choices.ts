import { isBlank, startForm, type FieldForm, type FieldFormKind } from '@throughline/core/mapping/fields';
import type { SelectOption } from '#ui/select.tsx';

/** A kind of form as people choose it: a fixed value is chosen together with its type. */
export type FormChoice = Exclude<FieldFormKind, 'constant'> | 'fixed-text' | 'fixed-number' | 'fixed-yes-no' | 'null';

const labels: Readonly<Record<FormChoice, string>> = {
  source: 'Source field',
  'fixed-text': 'Fixed text',
  'fixed-number': 'Fixed number',
  'fixed-yes-no': 'Yes or no',
  null: 'Nothing (null)',
  template: 'Text with fields',
  'first-filled': 'First that is filled',
  condition: 'Depends on a condition',
  check: 'Yes if a condition holds',
  'value-map': 'Value map',
  date: 'Date or time',
  money: 'Amount of money',
  conversion: 'Conversion',
  part: 'Part of a text',
  calculation: 'Calculation',
  aggregate: 'One value of a list',
  list: 'Each item of a list',
  group: 'Groups of a list',
  values: 'List of values',
  function: 'Function',
  object: 'Fields of its own',
  text: 'Expression',
};

/** The order in which they are offered. */
const all = Object.keys(labels) as readonly FormChoice[];
/** Kinds that do not make sense for a value inside a form, unless that is an object. */
const notInside: Readonly<Record<'field' | 'object' | 'value', ReadonlySet<FormChoice>>> = {
  field: new Set(),
  object: new Set(['group']),
  value: new Set(['object', 'group']),
};

export const choiceOptions = (of: keyof typeof notInside): readonly SelectOption[] =>
  all.filter((choice) => !notInside[of].has(choice)).map((value) => ({ value, label: labels[value] }));

/** The choice that a form stands for. What nobody has chosen yet is shown as a source field to choose. */
export function choiceOf(form: FieldForm): FormChoice {
  if (isBlank(form)) return 'source';
  if (form.kind !== 'constant') return form.kind;
  if (form.value === null) return 'null';
  return typeof form.value === 'number'
    ? 'fixed-number'
    : typeof form.value === 'boolean'
      ? 'fixed-yes-no'
      : 'fixed-text';
}

/** The form that a choice starts with. It takes over what it can of the form before. */
export function startChoice(choice: FormChoice, before: FieldForm): FieldForm {
  switch (choice) {
    case 'fixed-text':
      return {
        kind: 'constant',
        value: before.kind === 'constant' && before.value !== null ? String(before.value) : '',
      };
    case 'fixed-number':
      return { kind: 'constant', value: 0 };
    case 'fixed-yes-no':
      return { kind: 'constant', value: true };
    case 'null':
      return { kind: 'constant', value: null };
    default:
      return startForm(choice, before);
  }
}

/**
 * True if writing a form that was only just chosen would lose what the field says: a fixed value and an empty object
 * take over nothing, and a text that nobody has typed yet is no value.
 */
export function isReplacement(started: FieldForm, isSet: boolean): boolean {
  if (started.kind === 'constant') return isSet || started.value === '';
  return isSet && started.kind === 'object';
}
