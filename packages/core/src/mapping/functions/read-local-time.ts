import { Temporal } from 'temporal-polyfill';
import { badArgument } from './bad-argument.ts';
import { shownValue } from './shown-value.ts';

const pattern = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?)?$/;

/**
 * Parses a date, or a date and time of day, without an offset: what a wall clock shows. A date alone means its
 * midnight.
 * @throws EvaluationFailure BAD_ARGUMENT for anything else and for dates that do not exist
 */
export function readLocalTime(text: string, functionName: string): Temporal.PlainDateTime {
  try {
    if (pattern.test(text)) return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    // A date such as 2026-02-30, which is reported below.
  }
  throw badArgument(
    `$${functionName} needs a date and time such as 2026-11-23T14:30:00, but was given ${shownValue(text)}.`,
    text,
  );
}

export function hasOffset(text: string): boolean {
  return /(Z|[+-]\d{2}:?\d{2})$/.test(text) && text.includes('T');
}
