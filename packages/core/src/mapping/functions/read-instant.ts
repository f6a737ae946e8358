import { badArgument } from './bad-argument.ts';
import { shownValue } from './shown-value.ts';

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Parses an instant from ISO text with an offset, including the `+0000` that Salesforce writes.
 * @throws EvaluationFailure BAD_ARGUMENT for anything else, because an instant without an offset means a different time
 * everywhere
 */
export function readInstant(text: string, functionName: string): Date {
  const instant = pattern.test(text) ? new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : undefined;
  if (instant !== undefined && !Number.isNaN(instant.getTime())) return instant;
  throw badArgument(
    `$${functionName} needs an instant such as 2026-11-23T14:30:00Z, but was given ${shownValue(text)}.`,
    text,
  );
}
