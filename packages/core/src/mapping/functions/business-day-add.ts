import { businessCalendar, toDayNumber } from './business-calendar.ts';
import { toIsoDate, wholeCount } from './calendar-date.ts';
import type { MappingFunction } from './function-definition.ts';

/** Days visited between two checks of the limits. */
const sliceDays = 512;

export const businessDayAdd = {
  name: 'businessDayAdd',
  signature: '<(sl)nx?a<n>?:s>',
  parameters: ['date', 'count', 'holidays?', 'weekend?'],
  summary:
    'Moves a date by business days; 0 moves a day off to the next business day. Holidays are a list of dates or the name of a value map with dates as keys; the weekend is [6, 7] unless other weekdays (1 is Monday) are given.',
  examples: [
    { expression: '$businessDayAdd("2026-11-20", 1)', result: '2026-11-23' },
    { expression: '$businessDayAdd("2026-12-23", 2, ["2026-12-25"])', result: '2026-12-28' },
    {
      expression: '$businessDayAdd("2026-12-24", 1, "holidays-uk")',
      bindings: { valueMaps: { 'holidays-uk': { '2026-12-25': 'Christmas', '2026-12-28': 'Boxing Day' } } },
      result: '2026-12-29',
    },
    { expression: '$businessDayAdd("2026-11-23", -1)', result: '2026-11-20' },
    { expression: '$businessDayAdd("2026-11-21", 0)', result: '2026-11-23' },
    { expression: '$businessDayAdd("2026-11-19", 1, [], [5, 6])', result: '2026-11-22' },
    { expression: '$businessDayAdd(start, 5)', input: {} },
    { expression: '$businessDayAdd("2026-11-23", 1.5)', error: 'BAD_ARGUMENT' },
    { expression: '$businessDayAdd("2026-11-23", 1, [], [1, 2, 3, 4, 5, 6, 7])', error: 'BAD_ARGUMENT' },
    { expression: '$businessDayAdd("2026-11-23", 1, "no-such-map")', error: 'VALUE_MAP_UNKNOWN' },
    { expression: '$businessDayAdd("2026-11-23", 1, 25)', error: 'BAD_ARGUMENT' },
  ],
  implementation(context, date: string | null | undefined, count: number, holidays?: unknown, weekend?: number[]) {
    if (date === undefined || date === null) return undefined;
    const calendar = businessCalendar(context, holidays, weekend, 'businessDayAdd');
    const step = count < 0 ? -1 : 1;
    let left = Math.abs(wholeCount(count, 'businessDayAdd'));
    let day = toDayNumber(date, 'businessDayAdd');
    if (left === 0 && !calendar.isBusinessDay(day)) left = 1;
    for (let looked = 0; left > 0; looked += 1) {
      if (looked % sliceDays === 0) {
        context.spend(sliceDays);
        toIsoDate(new Date(day * 86_400_000), 'businessDayAdd');
      }
      day += step;
      if (calendar.isBusinessDay(day)) left -= 1;
    }
    return toIsoDate(new Date(day * 86_400_000), 'businessDayAdd');
  },
} satisfies MappingFunction;
