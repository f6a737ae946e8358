import { badArgument } from './bad-argument.ts';
import { toIsoDate, toUtcMidnight, wholeCount } from './calendar-date.ts';
import type { MappingFunction } from './function-definition.ts';
import { shownValue } from './shown-value.ts';

export const dateAdd = {
  name: 'dateAdd',
  signature: '<(sl)ns:s>',
  parameters: ['date', 'count', 'unit'],
  summary:
    'Moves a date by days, weeks, months, quarters or years; a day the month does not have becomes its last day.',
  examples: [
    { expression: '$dateAdd("2026-11-23", 30, "day")', result: '2026-12-23' },
    { expression: '$dateAdd("2026-01-31", 1, "month")', result: '2026-02-28' },
    { expression: '$dateAdd("2028-02-29", -1, "year")', result: '2027-02-28' },
    { expression: '$dateAdd("2026-11-23", 2, "week")', result: '2026-12-07' },
    { expression: '$dateAdd(start, 1, "day")', input: {} },
    { expression: '$dateAdd("2026-11-23", 1, "fortnight")', error: 'BAD_ARGUMENT' },
    { expression: '$dateAdd("2026-11-23", 0.5, "day")', error: 'BAD_ARGUMENT' },
    { expression: '$dateAdd("2026-11-23", 1000000000, "year")', error: 'BAD_ARGUMENT' },
    { expression: '$dateAdd("2026-11-23", "1", "day")', error: 'T0410' },
  ],
  implementation(_context, date: string | null | undefined, count: number, unit: string) {
    if (date === undefined || date === null) return undefined;
    const start = toUtcMidnight(date, 'dateAdd');
    return toIsoDate(moved(start, wholeCount(count, 'dateAdd'), unit), 'dateAdd');
  },
} satisfies MappingFunction;

function moved(date: Date, count: number, unit: string): Date {
  switch (unit) {
    case 'day':
      return new Date(date.getTime() + count * 86_400_000);
    case 'week':
      return new Date(date.getTime() + count * 7 * 86_400_000);
    case 'month':
      return addMonths(date, count);
    case 'quarter':
      return addMonths(date, count * 3);
    case 'year':
      return addMonths(date, count * 12);
    default:
      throw badArgument(`$dateAdd counts in day, week, month, quarter or year, not in ${shownValue(unit)}.`, unit);
  }
}

function addMonths(date: Date, months: number): Date {
  const result = new Date(date);
  result.setUTCDate(1);
  result.setUTCMonth(date.getUTCMonth() + months);
  const monthEnd = new Date(result);
  monthEnd.setUTCMonth(result.getUTCMonth() + 1, 0);
  result.setUTCDate(Math.min(date.getUTCDate(), monthEnd.getUTCDate()));
  return result;
}
