import { badArgument } from './bad-argument.ts';
import { maxDigits } from './to-decimal.ts';

/** @throws EvaluationFailure BAD_ARGUMENT unless it is a whole number from 0 to `maxDigits` */
export function decimalPlaces(places: number, functionName: string): number {
  if (Number.isInteger(places) && places >= 0 && places <= maxDigits) return places;
  throw badArgument(`$${functionName} rounds to 0 to ${maxDigits} decimal places, not to ${places}.`, places);
}
