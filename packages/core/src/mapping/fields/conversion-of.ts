import type { ValueKind } from './value-kind.ts';

/** How a value of one kind becomes one of another. */
export interface Conversion {
  /** What it does, as a choice names it. */
  readonly label: string;
  readonly write: (reading: string) => string;
}

/** The conversion between two kinds: undefined if none is needed, `unknown` if there is none that always makes sense. */
export function conversionOf(from: ValueKind, to: ValueKind, currency?: string): Conversion | 'unknown' | undefined {
  if (from === to || from === 'any' || to === 'any') return undefined;
  if (fits[to]?.includes(from) === true) return undefined;
  if (to === 'money') {
    return currency === undefined ? 'unknown' : moneyFrom(currency);
  }
  return conversions[to]?.[from] ?? 'unknown';
}

/** For each kind, those that it takes unchanged. */
const fits: Partial<Record<ValueKind, readonly ValueKind[]>> = {
  text: ['choice', 'decimal', 'date', 'date-time'],
  number: ['integer'],
};

const call = (label: string, name: string, rest = ''): Conversion => ({
  label,
  write: (reading) => `$${name}(${reading}${rest})`,
});
const asText = call('Convert to text', 'string');
const asNumber = call('Convert to a number', 'number');
const asDecimal = call('Convert to a decimal text', 'decimal');
const asDate = call('Convert to a date', 'date');
const asInstant = call('Convert to an instant, read as UTC', 'instant', ', "UTC"');
const amount: Conversion = { label: 'Take the amount without its currency', write: (reading) => `${reading}.amount` };
const amountAsNumber: Conversion = {
  label: 'Take the amount as a number, without its currency',
  write: (reading) => `$number(${reading}.amount)`,
};
const whole = call('Round to a whole number', 'round');
const yes: Conversion = { label: 'Yes if it is "true"', write: (reading) => `${reading} = "true"` };

const conversions: Partial<Record<ValueKind, Partial<Record<ValueKind, Conversion>>>> = {
  text: { number: asText, integer: asText, boolean: asText, money: amount },
  choice: { number: asText, integer: asText, boolean: asText },
  decimal: { number: asDecimal, integer: asDecimal, text: asDecimal, money: amount },
  number: { text: asNumber, decimal: asNumber, money: amountAsNumber, choice: asNumber },
  integer: {
    text: asNumber,
    choice: asNumber,
    number: whole,
    decimal: { label: 'Round to a whole number', write: (reading) => `$round($number(${reading}))` },
  },
  boolean: { text: yes, choice: yes },
  date: { text: asDate, 'date-time': asDate },
  'date-time': { text: asInstant, date: asInstant },
};

const moneyFrom = (currency: string): Conversion => ({
  label: `Make it an amount of money in ${currency.startsWith('"') ? currency.slice(1, -1) : 'its currency'}`,
  write: (reading) => `$money(${reading}, ${currency})`,
});
