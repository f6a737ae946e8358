import type { Temporal } from 'temporal-polyfill';
import { datePattern } from './date-pattern.ts';
import type { MappingFunction } from './function-definition.ts';
import { readInstant } from './read-instant.ts';
import { hasOffset, readLocalTime } from './read-local-time.ts';
import { inZone } from './time-zone.ts';

export const dateFormat = {
  name: 'dateFormat',
  signature: '<(sl)ss?:s>',
  parameters: ['value', 'pattern', 'timeZone?'],
  summary:
    'A date, a date and time, or an instant (in `timeZone`, else UTC) written by a pattern of yyyy yy MMMM MMM MM M dd d EEEE EEE Q HH H hh h a mm ss, with other letters in single quotes. Names are English.',
  examples: [
    { expression: '$dateFormat("2026-11-03", "d.M.yyyy")', result: '3.11.2026' },
    { expression: '$dateFormat("2026-11-03", "EEE, dd MMM yyyy")', result: 'Tue, 03 Nov 2026' },
    { expression: `$dateFormat("2026-11-03", "yyyy-'Q'Q")`, result: '2026-Q4' },
    {
      expression: '$dateFormat("2026-11-23T23:30:00Z", "MM/dd/yyyy h:mm a", "Europe/Berlin")',
      result: '11/24/2026 12:30 AM',
    },
    { expression: '$dateFormat(start, "dd.MM.yyyy")', input: {} },
    { expression: '$dateFormat("2026-11-03", "DD.MM.YYYY")', error: 'BAD_ARGUMENT' },
    { expression: '$dateFormat("2026-02-30", "dd.MM.yyyy")', error: 'BAD_ARGUMENT' },
    { expression: '$dateFormat(20261103, "yyyy")', error: 'T0410' },
  ],
  implementation(_context, value: string | null | undefined, pattern: string, timeZone: string = 'UTC') {
    if (value === undefined || value === null || value === '') return undefined;
    const time = wallClock(value, timeZone);
    return datePattern(pattern, 'dateFormat')
      .map((part) => (typeof part === 'string' ? part : part.write(time)))
      .join('');
  },
} satisfies MappingFunction;

function wallClock(value: string, timeZone: string): Temporal.PlainDateTime {
  if (!hasOffset(value)) return readLocalTime(value, 'dateFormat');
  return inZone(readInstant(value, 'dateFormat'), timeZone, 'dateFormat').toPlainDateTime();
}
