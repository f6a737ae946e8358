import { toIsoDate, toUtcMidnight } from './calendar-date.ts';
import { periodOf } from './date-period.ts';
import type { MappingFunction } from './function-definition.ts';

export const dateStart = {
  name: 'dateStart',
  signature: '<(sl)sn?:s>',
  parameters: ['date', 'unit', 'firstMonth?'],
  summary:
    'The first day of the week (Monday), month, quarter or year that a date lies in. A fiscal year can begin in another month than January, as 1 to 12.',
  examples: [
    { expression: '$dateStart("2026-11-23", "month")', result: '2026-11-01' },
    { expression: '$dateStart("2026-11-22", "week")', result: '2026-11-16' },
    { expression: '$dateStart("2026-11-23", "quarter")', result: '2026-10-01' },
    { expression: '$dateStart("2026-02-10", "year", 4)', result: '2025-04-01' },
    { expression: '$dateStart(start, "month")', input: {} },
    { expression: '$dateStart("2026-11-23", "decade")', error: 'BAD_ARGUMENT' },
    { expression: '$dateStart("2026-11-23", "year", 13)', error: 'BAD_ARGUMENT' },
    { expression: '$dateStart(2026, "year")', error: 'T0410' },
  ],
  implementation(_context, date: string | null | undefined, unit: string, firstMonth: number = 1) {
    if (date === undefined || date === null) return undefined;
    return toIsoDate(periodOf(toUtcMidnight(date, 'dateStart'), unit, firstMonth, 'dateStart').start, 'dateStart');
  },
} satisfies MappingFunction;
