import type { ValueKind } from './value-kind.ts';

/** A kind of value in a sentence: `a number`. */
export const kindName = (kind: ValueKind): string => names[kind];

const names: Readonly<Record<ValueKind, string>> = {
  any: 'anything',
  text: 'text',
  choice: 'one of a few values',
  decimal: 'a decimal text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'yes or no',
  date: 'a date',
  'date-time': 'an instant',
  money: 'an amount of money',
  object: 'an object',
  list: 'a list',
};
