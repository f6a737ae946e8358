import { toIsoDate, toUtcMidnight } from './calendar-date.ts';
import { periodOf } from './date-period.ts';
import type { MappingFunction } from './function-definition.ts';

export const dateEnd = {
  name: 'dateEnd',
  signature: '<(sl)sn?:s>',
  parameters: ['date', 'unit', 'firstMonth?'],
  summary:
    'The last day of the week (Sunday), month, quarter or year that a date lies in. A fiscal year can begin in another month than January, as 1 to 12.',
  examples: [
    { expression: '$dateEnd("2026-11-23", "month")', result: '2026-11-30' },
    { expression: '$dateEnd("2028-02-01", "month")', result: '2028-02-29' },
    { expression: '$dateEnd("2026-11-23", "week")', result: '2026-11-29' },
    { expression: '$dateEnd("2026-02-10", "quarter", 2)', result: '2026-04-30' },
    { expression: '$dateEnd(start, "month")', input: {} },
    { expression: '$dateEnd("2026-11-31", "month")', error: 'BAD_ARGUMENT' },
    { expression: '$dateEnd(2026, "year")', error: 'T0410' },
  ],
  implementation(_context, date: string | null | undefined, unit: string, firstMonth: number = 1) {
    if (date === undefined || date === null) return undefined;
    const { end } = periodOf(toUtcMidnight(date, 'dateEnd'), unit, firstMonth, 'dateEnd');
    return toIsoDate(new Date(end.getTime() - 86_400_000), 'dateEnd');
  },
} satisfies MappingFunction;
