import type { MappingFunction } from './function-definition.ts';
import { toIsoDate, toUtcMidnight } from './calendar-date.ts';

export const dateMonthEnd = {
  name: 'dateMonthEnd',
  signature: '<(sl):s>',
  parameters: ['date'],
  summary: "The last day of the date's month.",
  examples: [
    { expression: '$dateMonthEnd("2026-11-23")', result: '2026-11-30' },
    { expression: '$dateMonthEnd("2028-02-01")', result: '2028-02-29' },
    { expression: '$dateMonthEnd(start)', input: {} },
  ],
  implementation(_context, date: string | null | undefined) {
    if (date === undefined || date === null) return undefined;
    const day = toUtcMidnight(date, 'dateMonthEnd');
    return toIsoDate(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)));
  },
} satisfies MappingFunction;
