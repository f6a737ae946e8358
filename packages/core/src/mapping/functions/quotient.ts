import { Decimal } from './to-decimal.ts';

/**
 * The quotient, rounded half up to `places`. One place more than asked for, cut off, decides a half: it is rounded once
 * and not twice, and never computed to the full precision.
 */
export function quotient(value: Decimal, by: Decimal, places: number): Decimal {
  const scale = new Decimal(`1e${places + 1}`);
  return value.times(scale).dividedToIntegerBy(by).dividedBy(scale).toDecimalPlaces(places);
}
