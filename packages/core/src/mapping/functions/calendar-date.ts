import { FunctionFailure } from './function-definition.ts';

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Milliseconds of midnight UTC on an ISO date: calendar arithmetic without time zones.
 * @throws FunctionFailure BAD_ARGUMENT for other text and for dates that do not exist, such as 2026-02-30
 */
export function toUtcMidnight(date: string, functionName: string): Date {
  const match = pattern.exec(date);
  const result = new Date(`${date}T00:00:00Z`);
  if (match === null || Number.isNaN(result.getTime()) || toIsoDate(result) !== date) {
    throw new FunctionFailure(
      'BAD_ARGUMENT',
      `$${functionName} needs a date such as 2026-11-23, but was given "${date}".`,
    );
  }
  return result;
}

export function toIsoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
