import type { MappingFunction } from './function-definition.ts';
import { toUtcMidnight } from './calendar-date.ts';
import { readInstant } from './read-instant.ts';
import { inZone } from './time-zone.ts';

export const date = {
  name: 'date',
  signature: '<(sl)s?:s>',
  parameters: ['value', 'timeZone?'],
  summary:
    'The calendar date of an instant in a time zone (UTC when left out), as 2026-11-23. A plain date is checked and given back.',
  examples: [
    { expression: '$date("2026-11-23")', result: '2026-11-23' },
    { expression: '$date("2026-11-23T23:30:00.000+0000")', result: '2026-11-23' },
    { expression: '$date("2026-11-23T23:30:00Z", "Europe/Berlin")', result: '2026-11-24' },
    { expression: '$date(CloseDate)', input: { CloseDate: null } },
    { expression: '$date("2026-02-30")', error: 'BAD_ARGUMENT' },
    { expression: '$date("23/11/2026")', error: 'BAD_ARGUMENT' },
    { expression: '$date("2026-11-23T23:30:00Z", "Europe/Berln")', error: 'BAD_ARGUMENT' },
    { expression: '$date(20261123)', error: 'T0410' },
  ],
  implementation(_context, value: string | null | undefined, timeZone: string = 'UTC') {
    if (value === undefined || value === null || value === '') return undefined;
    if (!value.includes('T')) {
      toUtcMidnight(value, 'date');
      return value;
    }
    const instant = readInstant(value, 'date');
    if (timeZone === 'UTC') return instant.toISOString().slice(0, 10);
    return inZone(instant, timeZone, 'date').toPlainDate().toString();
  },
} satisfies MappingFunction;
