import { businessCalendar, toDayNumber } from './business-calendar.ts';
import type { MappingFunction } from './function-definition.ts';

export const isBusinessDay = {
  name: 'isBusinessDay',
  signature: '<(sl)x?a<n>?:b>',
  parameters: ['date', 'holidays?', 'weekend?'],
  summary: 'True when a date is neither weekend nor holiday; holidays and weekend as in $businessDayAdd.',
  examples: [
    { expression: '$isBusinessDay("2026-11-23")', result: true },
    { expression: '$isBusinessDay("2026-11-22")', result: false },
    { expression: '$isBusinessDay("2026-12-25", ["2026-12-25"])', result: false },
    { expression: '$isBusinessDay("2026-11-22", [], [5, 6])', result: true },
    { expression: '$isBusinessDay(start)', input: { start: null } },
    { expression: '$isBusinessDay("2026-11-31")', error: 'BAD_ARGUMENT' },
    { expression: '$isBusinessDay(7)', error: 'T0410' },
  ],
  implementation(context, date: string | null | undefined, holidays?: unknown, weekend?: number[]) {
    if (date === undefined || date === null) return undefined;
    const calendar = businessCalendar(context, holidays, weekend, 'isBusinessDay');
    return calendar.isBusinessDay(toDayNumber(date, 'isBusinessDay'));
  },
} satisfies MappingFunction;
