import { FunctionFailure, type MappingFunction } from './function-definition.ts';
import { toIsoDate, toUtcMidnight } from './calendar-date.ts';

export const dateAdd = {
  name: 'dateAdd',
  signature: '<(sl)ns:s>',
  parameters: ['date', 'count', 'unit'],
  summary: 'Moves a date by days, weeks, months or years; a day the month does not have becomes its last day.',
  examples: [
    { expression: '$dateAdd("2026-11-23", 30, "day")', result: '2026-12-23' },
    { expression: '$dateAdd("2026-01-31", 1, "month")', result: '2026-02-28' },
    { expression: '$dateAdd("2028-02-29", -1, "year")', result: '2027-02-28' },
    { expression: '$dateAdd("2026-11-23", 2, "week")', result: '2026-12-07' },
    { expression: '$dateAdd("2026-11-23", 1, "fortnight")', error: 'BAD_ARGUMENT' },
    { expression: '$dateAdd(start, 1, "day")', input: {} },
  ],
  implementation(_context, date: string | null | undefined, count: number, unit: string) {
    if (date === undefined || date === null) return undefined;
    const start = toUtcMidnight(date, 'dateAdd');
    switch (unit) {
      case 'day':
        return toIsoDate(addDays(start, count));
      case 'week':
        return toIsoDate(addDays(start, count * 7));
      case 'month':
        return toIsoDate(addMonths(start, count));
      case 'year':
        return toIsoDate(addMonths(start, count * 12));
      default:
        throw new FunctionFailure('BAD_ARGUMENT', `$dateAdd counts in day, week, month or year, not in "${unit}".`);
    }
  },
} satisfies MappingFunction;

function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * 86_400_000);
}

function addMonths(date: Date, months: number): Date {
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return first;
}
