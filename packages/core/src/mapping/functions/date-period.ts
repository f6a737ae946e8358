import { badArgument } from './bad-argument.ts';
import { shownValue } from './shown-value.ts';

export interface Period {
  /** Midnight UTC on its first day. */
  readonly start: Date;
  /** Midnight UTC on the first day after it. */
  readonly end: Date;
}

/**
 * The week (from Monday), month, quarter or year that contains a day. `firstMonth` (1 to 12) is the month in which the
 * fiscal year begins; quarters are counted from it.
 * @throws EvaluationFailure BAD_ARGUMENT
 */
export function periodOf(day: Date, unit: string, firstMonth: number, functionName: string): Period {
  if (!Number.isInteger(firstMonth) || firstMonth < 1 || firstMonth > 12) {
    throw badArgument(
      `$${functionName} takes the fiscal year's first month as 1 to 12, not ${firstMonth}.`,
      firstMonth,
    );
  }
  if (unit === 'week') return week(day);
  const length = monthsOf(unit, functionName);
  const since = (day.getUTCMonth() - (firstMonth - 1) + 12) % length;
  return { start: firstOfMonth(day, -since), end: firstOfMonth(day, length - since) };
}

function week(day: Date): Period {
  const start = day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000;
  return { start: new Date(start), end: new Date(start + 7 * 86_400_000) };
}

function monthsOf(unit: string, functionName: string): number {
  if (unit === 'month') return 1;
  if (unit === 'quarter') return 3;
  if (unit === 'year') return 12;
  throw badArgument(`$${functionName} knows week, month, quarter and year, not ${shownValue(unit)}.`, unit);
}

function firstOfMonth(day: Date, months: number): Date {
  const result = new Date(day);
  result.setUTCMonth(day.getUTCMonth() + months, 1);
  return result;
}
