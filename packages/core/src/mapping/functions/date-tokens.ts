import type { Temporal } from 'temporal-polyfill';

export type DateField = 'year' | 'month' | 'day' | 'weekday' | 'quarter' | 'hour' | 'halfDay' | 'minute' | 'second';

/** What a group of letters in a date pattern means. The letters are those of Unicode's LDML. */
export interface DateToken {
  readonly field: DateField;
  /** A regular expression of bounded length that matches it in a text. */
  readonly source: string;
  read(text: string): number;
  write(time: Temporal.PlainDateTime): string;
}

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export const dateTokens: ReadonlyMap<string, DateToken> = new Map<string, DateToken>([
  ['yyyy', digits('year', 4, ({ year }) => year)],
  ['yy', { ...digits('year', 2, ({ year }) => year % 100), read: (text) => 2000 + Number(text) }],
  ['MMMM', names('month', months, ({ month }) => month)],
  ['MMM', names('month', shortened(months), ({ month }) => month)],
  ['MM', digits('month', 2, ({ month }) => month)],
  ['M', digits('month', 1, ({ month }) => month)],
  ['dd', digits('day', 2, ({ day }) => day)],
  ['d', digits('day', 1, ({ day }) => day)],
  ['EEEE', names('weekday', weekdays, ({ dayOfWeek }) => dayOfWeek)],
  ['EEE', names('weekday', shortened(weekdays), ({ dayOfWeek }) => dayOfWeek)],
  ['Q', { ...digits('quarter', 1, ({ month }) => Math.ceil(month / 3)), source: '[1-4]' }],
  ['HH', digits('hour', 2, ({ hour }) => hour)],
  ['H', digits('hour', 1, ({ hour }) => hour)],
  ['hh', digits('hour', 2, ({ hour }) => ((hour + 11) % 12) + 1)],
  ['h', digits('hour', 1, ({ hour }) => ((hour + 11) % 12) + 1)],
  ['a', names('halfDay', ['AM', 'PM'], ({ hour }) => (hour < 12 ? 1 : 2))],
  ['mm', digits('minute', 2, ({ minute }) => minute)],
  ['ss', digits('second', 2, ({ second }) => second)],
]);

function digits(field: DateField, width: number, of: (time: Temporal.PlainDateTime) => number): DateToken {
  return {
    field,
    source: width === 1 ? String.raw`\d{1,2}` : String.raw`\d{${width}}`,
    read: Number,
    write: (time) => String(of(time)).padStart(width, '0'),
  };
}

/** `of` counts from 1. Case does not matter when reading. */
function names(field: DateField, list: readonly string[], of: (time: Temporal.PlainDateTime) => number): DateToken {
  return {
    field,
    source: list.join('|'),
    read: (text) => list.findIndex((name) => name.toLowerCase() === text.toLowerCase()) + 1,
    write: (time) => list[of(time) - 1] ?? '',
  };
}

function shortened(list: readonly string[]): string[] {
  return list.map((name) => name.slice(0, 3));
}
