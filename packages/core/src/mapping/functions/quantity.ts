import { EvaluationFailure } from '../engine/failure.ts';
import { mappingErrorCodes } from '../mapping-error.ts';
import { badArgument } from './bad-argument.ts';
import { currencyCode, minorUnitDigits } from './minor-unit-digits.ts';
import { toDecimal, type Decimal } from './to-decimal.ts';

/** Canonical money; see `canonical/`. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** An operand of arithmetic: a plain number (no currency) or money. */
export interface Quantity {
  readonly amount: Decimal;
  readonly currency: string | undefined;
}

/**
 * A number, a decimal text or money. Gives nothing for a missing value, and for money without an amount.
 * @throws EvaluationFailure BAD_ARGUMENT
 */
export function toQuantity(value: unknown, functionName: string): Quantity | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isObject && 'amount' in value) return toMoney(value, functionName);
  const amount = toDecimal(value, functionName);
  return amount === undefined ? undefined : { amount, currency: undefined };
}

/** @throws EvaluationFailure BAD_ARGUMENT for anything that is neither missing nor money */
export function toMoney(value: unknown, functionName: string): (Quantity & { readonly currency: string }) | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value) || !('amount' in value)) {
    throw badArgument(`$${functionName} needs money such as {"amount": "12.50", "currency": "EUR"}.`, value);
  }
  const amount = toDecimal(value.amount, functionName);
  const currency = currencyCode('currency' in value ? value.currency : undefined, functionName);
  return amount === undefined ? undefined : { amount, currency };
}

/** A decimal text for a plain number. Money gets at least the digits of its minor unit and is never rounded. */
export function fromQuantity({ amount, currency }: Quantity): string | Money {
  if (currency === undefined) return amount.toFixed();
  return { amount: amount.toFixed(Math.max(amount.decimalPlaces(), minorUnitDigits(currency))), currency };
}

/**
 * The currency that two values share; undefined for two plain numbers.
 * @throws EvaluationFailure CURRENCY_MISMATCH for two currencies, BAD_ARGUMENT for money with a plain number
 */
export function sharedCurrency(one: Quantity, other: Quantity, functionName: string): string | undefined {
  if (one.currency === other.currency) return one.currency;
  if (one.currency === undefined || other.currency === undefined) {
    throw badArgument(`$${functionName} was given money and a plain number. Say the currency of both with $money.`);
  }
  throw new EvaluationFailure(
    mappingErrorCodes.currencyMismatch,
    `$${functionName} was given ${one.currency} and ${other.currency}. Convert one of them first, with $convert.`,
    { value: one.currency, otherValue: other.currency },
  );
}
