import { Temporal } from 'temporal-polyfill';
import { badArgument } from './bad-argument.ts';
import { datePattern, type PatternPart } from './date-pattern.ts';
import type { DateField } from './date-tokens.ts';
import type { MappingFunction } from './function-definition.ts';
import { shownValue } from './shown-value.ts';

const maxTextLength = 200;

export const dateParse = {
  name: 'dateParse',
  signature: '<(sl)s:s>',
  parameters: ['text', 'pattern'],
  summary:
    'Reads a date written by a pattern such as dd.MM.yyyy (letters as in $dateFormat; yy is 20yy). With hours in the pattern it gives a date and time without an offset, which $instant places in a time zone.',
  examples: [
    { expression: '$dateParse("23.11.2026", "dd.MM.yyyy")', result: '2026-11-23' },
    { expression: '$dateParse("3 Nov 26", "d MMM yy")', result: '2026-11-03' },
    { expression: '$dateParse("11/23/2026 2:05 PM", "M/d/yyyy h:mm a")', result: '2026-11-23T14:05:00' },
    {
      expression: '$instant($dateParse("20261123 0930", "yyyyMMdd HHmm"), "Europe/Berlin")',
      result: '2026-11-23T08:30:00.000Z',
    },
    { expression: '$dateParse(due, "dd.MM.yyyy")', input: { due: '' } },
    { expression: '$dateParse("31.02.2026", "dd.MM.yyyy")', error: 'BAD_ARGUMENT' },
    { expression: '$dateParse("2026-11-23", "dd.MM.yyyy")', error: 'BAD_ARGUMENT' },
    { expression: '$dateParse("23.11.", "dd.MM.")', error: 'BAD_ARGUMENT' },
    { expression: '$dateParse(23112026, "ddMMyyyy")', error: 'T0410' },
  ],
  implementation(_context, text: string | null | undefined, pattern: string) {
    if (text === undefined || text === null || text === '') return undefined;
    const parts = datePattern(pattern, 'dateParse');
    const fields = fieldsIn(text, parts, pattern);
    const time = fields === undefined ? undefined : timeOf(fields);
    if (time === undefined) {
      throw badArgument(`$dateParse finds no date in ${shownValue(text)} by the pattern ${shownValue(pattern)}.`, text);
    }
    return fields?.has('hour') === true ? time.toString({ smallestUnit: 'second' }) : time.toPlainDate().toString();
  },
} satisfies MappingFunction;

type Fields = ReadonlyMap<DateField, number>;

function fieldsIn(text: string, parts: readonly PatternPart[], pattern: string): Fields | undefined {
  const tokens = parts.filter((part) => typeof part !== 'string');
  const named = new Set(tokens.map(({ field }) => field));
  if (named.size < tokens.length || !['year', 'month', 'day'].every((field) => named.has(field as DateField))) {
    throw badArgument(`$dateParse needs a pattern with year, month and day once each, not ${shownValue(pattern)}.`);
  }
  if (text.length > maxTextLength) return undefined;
  // Each field occurs once and has a bounded length, so that the expression cannot run away.
  const source = parts.map((part) => (typeof part === 'string' ? escaped(part) : `(${part.source})`)).join('');
  const match = new RegExp(`^${source}$`, 'i').exec(text.trim());
  if (match === null) return undefined;
  return new Map(tokens.map((token, index) => [token.field, token.read(match[index + 1] ?? '')]));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

function timeOf(fields: Fields): Temporal.PlainDateTime | undefined {
  const hour = hourOf(fields);
  if (hour === undefined) return undefined;
  try {
    const time = Temporal.PlainDateTime.from(
      {
        year: fields.get('year') ?? 0,
        month: fields.get('month') ?? 0,
        day: fields.get('day') ?? 0,
        hour,
        minute: fields.get('minute') ?? 0,
        second: fields.get('second') ?? 0,
      },
      { overflow: 'reject' },
    );
    const weekday = fields.get('weekday') ?? time.dayOfWeek;
    const quarter = fields.get('quarter') ?? Math.ceil(time.month / 3);
    return weekday === time.dayOfWeek && quarter === Math.ceil(time.month / 3) ? time : undefined;
  } catch {
    return undefined;
  }
}

/** Noon is 12 PM and midnight 12 AM. */
function hourOf(fields: Fields): number | undefined {
  const hour = fields.get('hour') ?? 0;
  const half = fields.get('halfDay');
  if (half === undefined) return hour;
  return hour < 1 || hour > 12 ? undefined : (hour % 12) + (half === 2 ? 12 : 0);
}
