import {
  isBlank,
  pathName,
  type Condition,
  type ConditionRow,
  type FieldForm,
  type FieldPath,
} from '@throughline/core/mapping/fields';
import type { ComboboxOption } from '#ui/matching-options.ts';

/** Most conditions compare a field with a text that somebody types. */
const startRow: ConditionRow = {
  kind: 'comparison',
  left: { kind: 'text', text: '', reason: '' },
  operator: 'is',
  right: { kind: 'constant', value: '' },
};
export const startCondition: Condition = { match: 'all', rows: [startRow] };

/**
 * The condition after an edit. A field that was just chosen decides what it is compared with: a number, a yes or no, or a
 * text. A row that was just added starts with a text to type. Rows that were only moved, or that are left after others
 * were removed, stay as they are.
 */
export function withFittingValues(
  before: Condition,
  next: Condition,
  typeOf: (form: FieldForm) => string | undefined,
): Condition {
  const changed = next.rows.flatMap((row, index) => (row === before.rows[index] ? [] : [index]));
  const [index] = changed;
  const row = index === undefined ? undefined : next.rows[index];
  if (index === undefined || row === undefined || changed.length > 1) return next;
  if (next.rows.length < before.rows.length) return next;
  return { ...next, rows: next.rows.with(index, fitting(before.rows[index], row, typeOf)) };
}

function fitting(
  before: ConditionRow | undefined,
  row: ConditionRow,
  typeOf: (form: FieldForm) => string | undefined,
): ConditionRow {
  if (row.kind !== 'comparison') return row;
  const { left, right } = row;
  if (before === undefined) return isBlank(left) && isBlank(right) ? startRow : row;
  const isChosen = before.kind === 'comparison' && before.left !== left;
  const type = typeOf(left);
  return isChosen && right.kind === 'constant' && type !== undefined
    ? { ...row, right: { kind: 'constant', value: valueOfType(type, right.value) } }
    : row;
}

type Value = string | number | boolean | null;

function valueOfType(type: string, value: Value): Value {
  // Nothing fits every field, and every value fits a field that can be anything.
  if (value === null || type === 'any') return value;
  const text = typeof value === 'boolean' || value === 0 ? '' : String(value);
  if (type === 'boolean') return typeof value === 'boolean' ? value : true;
  if (type !== 'number' && type !== 'integer') return text;
  return Number.isFinite(Number(text)) ? Number(text) : text;
}

/** The option that a path without filters reads; bare names read the trigger. */
export function optionOf(path: FieldPath, options: ReadonlyMap<string, ComboboxOption>): ComboboxOption | undefined {
  if (path.some(({ only, at }) => only !== undefined || at !== undefined)) return undefined;
  const written = path.map(({ name }) => (name.startsWith('$') ? name : pathName(name))).join('.');
  return options.get(written.startsWith('$') ? written : `$trigger.${written}`);
}

/** `Stage`, or `Name of “Read the deal”` for what a step found. */
export function wordsOf(option: ComboboxOption | undefined): string | undefined {
  const [from, ...fields] = option?.names ?? [];
  if (option === undefined || from === undefined) return undefined;
  const isOfTrigger = option.value.startsWith('$trigger.');
  return [...fields.toReversed(), ...(isOfTrigger ? [] : [`“${from}”`])].join(' of ');
}
