import { FunctionFailure } from './function-definition.ts';

/**
 * An instant from ISO text with an offset, also with the `+0000` that Salesforce writes.
 * @throws FunctionFailure BAD_ARGUMENT for anything else: an instant without an offset means another time everywhere
 */
export function readInstant(text: string, functionName: string): Date {
  const instant = new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text) || Number.isNaN(instant.getTime())) {
    throw new FunctionFailure(
      'BAD_ARGUMENT',
      `$${functionName} needs an instant such as 2026-11-23T14:30:00Z, but was given "${text}".`,
    );
  }
  return instant;
}
