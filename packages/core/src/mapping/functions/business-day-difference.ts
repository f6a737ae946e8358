import { businessCalendar, toDayNumber } from './business-calendar.ts';
import type { MappingFunction } from './function-definition.ts';

export const businessDayDifference = {
  name: 'businessDayDifference',
  signature: '<(sl)(sl)x?a<n>?:n>',
  parameters: ['from', 'to', 'holidays?', 'weekend?'],
  summary:
    'Business days after the first date up to and with the second; negative when the second is earlier. Holidays and weekend as in $businessDayAdd.',
  examples: [
    { expression: '$businessDayDifference("2026-11-20", "2026-11-23")', result: 1 },
    { expression: '$businessDayDifference("2026-12-23", "2026-12-28", ["2026-12-25"])', result: 2 },
    { expression: '$businessDayDifference("2026-11-23", "2026-11-20")', result: -1 },
    { expression: '$businessDayDifference("2026-11-21", "2026-11-22")', result: 0 },
    { expression: '$businessDayDifference(start, end)', input: { start: '2026-11-23' } },
    { expression: '$businessDayDifference("2026-11-23", "soon")', error: 'BAD_ARGUMENT' },
    { expression: '$businessDayDifference("2026-11-23", "2026-11-24", ["Christmas"])', error: 'BAD_ARGUMENT' },
    { expression: '$businessDayDifference(1, 2)', error: 'T0410' },
  ],
  implementation(
    context,
    from: string | null | undefined,
    to: string | null | undefined,
    holidays?: unknown,
    weekend?: number[],
  ) {
    if (from === undefined || from === null || to === undefined || to === null) return undefined;
    const calendar = businessCalendar(context, holidays, weekend, 'businessDayDifference');
    const start = toDayNumber(from, 'businessDayDifference');
    const end = toDayNumber(to, 'businessDayDifference');
    context.spend(Math.abs(end - start));
    const step = end < start ? -1 : 1;
    let count = 0;
    for (let day = start; day !== end;) {
      day += step;
      if (calendar.isBusinessDay(day)) count += step;
    }
    return count;
  },
} satisfies MappingFunction;
