import { badArgument } from './bad-argument.ts';
import { toUtcMidnight } from './calendar-date.ts';
import type { FunctionContext } from './function-definition.ts';
import { shownValue } from './shown-value.ts';
import { otherKeys } from '../value-map-table.ts';
import { requireValueMap } from './value-map.ts';

const dayMs = 86_400_000;

/** Distinguishes business days from other days. Days are whole numbers since 1970. */
export interface BusinessCalendar {
  isBusinessDay(day: number): boolean;
}

/**
 * `holidays` is a list of dates, one date, or the name of a value map whose keys are dates. `weekend` lists weekdays
 * from 1 for Monday to 7, by default Saturday and Sunday.
 * @throws EvaluationFailure BAD_ARGUMENT, VALUE_MAP_UNKNOWN
 */
export function businessCalendar(
  context: FunctionContext,
  holidays: unknown,
  weekend: readonly number[] | undefined,
  functionName: string,
): BusinessCalendar {
  const free = weekend ?? [6, 7];
  context.spend(free.length);
  if (!free.every((weekday) => Number.isInteger(weekday) && weekday >= 1 && weekday <= 7) || new Set(free).size > 6) {
    throw badArgument(`$${functionName} takes the weekend as up to six weekdays from 1 (Monday) to 7 (Sunday).`, free);
  }
  const dates = holidayDates(context, holidays, functionName);
  context.spend(dates.length * 4);
  const days = new Set(dates.map((date) => toUtcMidnight(date, functionName).getTime() / dayMs));
  return { isBusinessDay: (day) => !free.includes(weekdayOf(day)) && !days.has(day) };
}

export function toDayNumber(date: string, functionName: string): number {
  return toUtcMidnight(date, functionName).getTime() / dayMs;
}

/** 1 for Monday to 7 for Sunday; 1970 began on a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function holidayDates(context: FunctionContext, holidays: unknown, functionName: string): readonly string[] {
  if (holidays === undefined || holidays === null) return [];
  if (typeof holidays === 'string' && !/^\d/.test(holidays)) {
    return Object.keys(requireValueMap(context, holidays)).filter((key) => key !== otherKeys);
  }
  const list: readonly unknown[] = Array.isArray(holidays) ? holidays : [holidays];
  if (list.every((date) => typeof date === 'string')) return list;
  throw badArgument(
    `$${functionName} takes holidays as a list of dates or the name of a value map, not ${shownValue(holidays)}.`,
    holidays,
  );
}
