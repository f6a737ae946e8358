import { Decimal as GlobalDecimal } from 'decimal.js';
import { badArgument } from './bad-argument.ts';
import { shownValue } from './shown-value.ts';

/** The most digits that a value may have before and after the point together, and the most zeros besides them. */
export const maxDigits = 100;

/**
 * Our own constructor, so that settings of other modules do not leak in. With values of `maxDigits`, sums and products
 * need no more than 300 digits and are exact. `$divide` rounds quotients itself.
 */
export const Decimal = GlobalDecimal.clone({ precision: 4 * maxDigits, rounding: GlobalDecimal.ROUND_HALF_UP });
export type Decimal = GlobalDecimal;

export type DecimalInput = string | number | null | undefined;

const pattern = /^[+-]?\d+(\.\d+)?$/;

/**
 * Parses a JSON number or a decimal text. Gives nothing for null, undefined and empty text.
 * @throws EvaluationFailure BAD_ARGUMENT for anything else, such as `1,200.00`, and for more than `maxDigits` digits
 */
export function toDecimal(value: unknown, functionName: string): Decimal | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string' && value.length > maxDigits + 2) throw tooLong(functionName);
  const isNumber =
    typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && pattern.test(value);
  if (!isNumber) {
    throw badArgument(
      `$${functionName} needs a number such as 12.5 or "12.50", but was given ${shownValue(value)}.`,
      value,
    );
  }
  const decimal = new Decimal(value as string | number);
  if (Math.abs(decimal.e) > maxDigits) throw tooLong(functionName);
  return decimal;
}

function tooLong(functionName: string): Error {
  return badArgument(`$${functionName} takes numbers of at most ${maxDigits} digits.`);
}
