import type { FieldForm } from '../field-form.ts';

/** A call in words, for the functions that people use most; others are named. */
export function sayCall(name: string, args: readonly FieldForm[], say: (form: FieldForm) => string): string {
  const [first = 'nothing', ...rest] = args.map(say);
  const phrase = phrases[name]?.(first, ...rest);
  if (phrase !== undefined) return phrase;
  return rest.length === 0 ? `$${name} of ${first}` : `$${name} of ${[first, ...rest].join(', ')}`;
}

const phrases: Readonly<Record<string, (value: string, ...rest: string[]) => string | undefined>> = {
  uppercase: (value) => `${value}, in capitals`,
  lowercase: (value) => `${value}, in small letters`,
  trim: (value) => `${value}, without spaces around it`,
  length: (value) => `the number of characters of ${value}`,
  round: (value, places) => `${value}, rounded${places === undefined ? '' : ` to ${places} decimal places`}`,
  roundDecimal: (value, places) => `${value}, rounded to ${places ?? '0'} decimal places`,
  roundMoney: (value) => `${value}, rounded to its currency`,
  substring: (value, from, count) =>
    from === '0' && count !== undefined ? `the first ${count} characters of ${value}` : undefined,
  substringBefore: (value, sign) => `what stands before ${sign ?? ''} in ${value}`,
  substringAfter: (value, sign) => `what stands after ${sign ?? ''} in ${value}`,
  split: (value, sign) => `${value}, split at ${sign ?? 'each character'}`,
  replace: (value, old, by) => `${value} with ${by ?? ''} instead of ${old ?? ''}`,
  distinct: (value) => `the different values of ${value}`,
  reverse: (value) => `${value}, in reverse order`,
  append: (value, other) => `${value} and then ${other ?? ''}`,
  required: (value) => `${value}, which must be there`,
  compact: (value) => `${value}, without what is empty`,
  slug: (value) => `${value} as a key`,
  minorUnits: (value) => `${value} in cents or pence`,
  fromMinorUnits: (value, currency) => `${value}, a number of cents or pence, in ${currency ?? ''}`,
  hoursToMinutes: (value) => `${value}, from hours to minutes`,
  minutesToHours: (value) => `${value}, from minutes to hours`,
  multiply: (value, by) => `${value} times ${by ?? ''}`,
  divide: (value, by) => `${value} divided by ${by ?? ''}`,
  subtract: (value, less) => `${value} minus ${less ?? ''}`,
  add: (...values) => values.join(' plus '),
  dateAdd: (value, count, unit) => `${value}, ${count ?? ''} ${unit ?? ''} later`,
  dateStart: (value, unit) => `the first day of the ${unit ?? ''} of ${value}`,
  dateEnd: (value, unit) => `the last day of the ${unit ?? ''} of ${value}`,
  now: () => 'the current time',
};
