import { roundHalfEven } from '../builtins/round-half-even.ts';

const maxPlaces = 10;
/** Below this, the error of multiplying by a power of ten is less than the required distance from a half. */
const maxShifted = 1e11;
const nearHalf = 0.4999;

/**
 * `$round` without moving the point in the number's text, unless it is close to a half. Otherwise there is no doubt
 * about the nearest whole number, and dividing it by a power of ten gives the double closest to the decimal, just like
 * parsing its text.
 */
export function roundTo(value: number, places: number): number {
  if (Number.isInteger(places) && places >= 0 && places <= maxPlaces) {
    const scale = 10 ** places;
    const shifted = value * scale;
    const whole = Math.round(shifted);
    if (Math.abs(shifted) < maxShifted && Math.abs(shifted - whole) < nearHalf) return whole === 0 ? 0 : whole / scale;
  }
  return roundHalfEven(value, places);
}
