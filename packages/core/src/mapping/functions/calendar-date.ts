import { badArgument } from './bad-argument.ts';
import { shownValue } from './shown-value.ts';

const pattern = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Midnight UTC on an ISO date: calendar arithmetic without time zones.
 * @throws EvaluationFailure BAD_ARGUMENT for other text and for dates that do not exist, such as 2026-02-30
 */
export function toUtcMidnight(date: string, functionName: string): Date {
  if (pattern.test(date)) {
    const result = new Date(`${date}T00:00:00Z`);
    if (!Number.isNaN(result.getTime()) && result.toISOString().startsWith(date)) return result;
  }
  throw badArgument(`$${functionName} needs a date such as 2026-11-23, but was given ${shownValue(date)}.`, date);
}

/** @throws EvaluationFailure BAD_ARGUMENT beyond the years that ISO writes with four digits */
export function toIsoDate(date: Date, functionName: string): string {
  const year = date.getUTCFullYear();
  if (year >= 0 && year <= 9999) return date.toISOString().slice(0, 10);
  throw badArgument(`$${functionName} would give a date outside the years 0000 to 9999.`);
}

/** @throws EvaluationFailure BAD_ARGUMENT for a count with a fraction */
export function wholeCount(count: number, functionName: string): number {
  if (Number.isSafeInteger(count)) return count;
  throw badArgument(`$${functionName} counts in whole numbers, not in ${count}.`, count);
}
