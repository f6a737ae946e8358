import { Decimal } from './to-decimal.ts';

/**
 * The quotient, rounded half up to `places`. It is cut off after one extra place, which is enough to decide a half. So
 * it is rounded once, not twice, and never computed to full precision.
 */
export function quotient(value: Decimal, by: Decimal, places: number): Decimal {
  const scale = new Decimal(`1e${places + 1}`);
  return value.times(scale).dividedToIntegerBy(by).dividedBy(scale).toDecimalPlaces(places);
}
