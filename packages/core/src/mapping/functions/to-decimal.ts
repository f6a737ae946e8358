import { Decimal as GlobalDecimal } from 'decimal.js';
import { FunctionFailure } from './function-definition.ts';

/** Our own constructor: 40 significant digits, halves away from zero, so that no other module's settings leak in. */
export const Decimal = GlobalDecimal.clone({ precision: 40, rounding: GlobalDecimal.ROUND_HALF_UP });
export type Decimal = GlobalDecimal;

export type DecimalInput = string | number | null | undefined;

const pattern = /^[+-]?\d+(\.\d+)?$/;

/**
 * A decimal from a JSON number or a decimal string; nothing from null, undefined and empty text.
 * @throws FunctionFailure BAD_ARGUMENT for anything else, such as `1,200.00`
 */
export function toDecimal(value: unknown, functionName: string): Decimal | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return new Decimal(value);
  if (typeof value === 'string' && pattern.test(value.trim())) return new Decimal(value.trim());
  throw new FunctionFailure(
    'BAD_ARGUMENT',
    `$${functionName} needs a number such as 12.5 or "12.50", but was given ${JSON.stringify(value)}.`,
  );
}
