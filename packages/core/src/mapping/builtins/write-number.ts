import { EvaluationFailure } from '../engine/failure.ts';
import { isNumeric } from '../engine/is-numeric.ts';
import type { Run } from '../engine/run.ts';
import type { NumberPicture } from './number-picture.ts';
import { digitsOf, type Signs } from './number-signs.ts';
import { roundHalfEven } from './round-half-even.ts';
import { spendOnText } from './spend-on-text.ts';

/** @throws EvaluationFailure `D1001` for an infinite number, `BAD_ARGUMENT` for more than 100 decimals */
export function writeNumber(run: Run, value: number, picture: NumberPicture, signs: Signs): string {
  const scaled = scaledValue(value, picture, signs);
  const [mantissa, exponent] = picture.minExponentDigits === 0 ? [scaled] : inScientific(scaled, picture.scale);
  let text = digitsOfNumber(roundHalfEven(mantissa, picture.maxFractionDigits), picture, signs);
  text = groupInteger(run, text, picture, signs);
  text = groupFraction(run, text, picture, signs);
  const point = text.indexOf(signs['decimal-separator']);
  if (!picture.picture.includes(signs['decimal-separator']) || point === text.length - 1) text = text.slice(0, -1);
  if (exponent !== undefined) {
    const digits = writeFixed(exponent, 0, signs).padStart(picture.minExponentDigits, signs['zero-digit']);
    text += signs['exponent-separator'] + (exponent < 0 ? signs['minus-sign'] : '') + digits;
  }
  return picture.prefix + text + picture.suffix;
}

function scaledValue(value: number, { picture }: NumberPicture, signs: Signs): number {
  if (picture.includes(signs.percent)) return value * 100;
  return picture.includes(signs['per-mille']) ? value * 1000 : value;
}

/** The mantissa with this many digits before its point, and the exponent. */
function inScientific(value: number, scale: number): readonly [mantissa: number, exponent: number] {
  let mantissa = isNumeric(value) ? value : Number.NaN;
  let exponent = 0;
  if (mantissa === 0) return [mantissa, exponent];
  for (; Math.abs(mantissa) < 10 ** (scale - 1); exponent -= 1) mantissa *= 10;
  for (; Number.isFinite(mantissa) && Math.abs(mantissa) > 10 ** scale; exponent += 1) mantissa /= 10;
  return [mantissa, exponent];
}

/** The minimum digits that the picture asks for, with the decimal separator, which is always there. */
function digitsOfNumber(value: number, picture: NumberPicture, signs: Signs): string {
  const separator = signs['decimal-separator'];
  const zero = signs['zero-digit'];
  const fixed = writeFixed(value, picture.maxFractionDigits, signs);
  let text = fixed.includes('.') ? fixed.replace('.', () => separator) : fixed + separator;
  while (text.charAt(0) === zero) text = text.slice(1);
  while (text.slice(-1) === zero) text = text.slice(0, -1);
  const point = text.indexOf(separator);
  const missingLeft = Math.max(0, picture.minIntegerDigits - point);
  const missingRight = Math.max(0, picture.minFractionDigits - (text.length - point - 1));
  return zero.repeat(missingLeft) + text + zero.repeat(missingRight);
}

function writeFixed(value: number, decimals: number, signs: Signs): string {
  if (decimals > 100) {
    throw new EvaluationFailure('BAD_ARGUMENT', 'A picture can ask for 100 decimals at most.', { value: decimals });
  }
  const text = Math.abs(value).toFixed(decimals);
  if (signs['zero-digit'] === '0') return text;
  const digits = digitsOf(signs);
  return text.replaceAll(/[0-9]/g, (digit) => digits[Number(digit)] ?? digit);
}

function groupInteger(run: Run, text: string, { groupSize, integerGroups }: NumberPicture, signs: Signs): string {
  const separator = signs['grouping-separator'];
  const point = text.indexOf(signs['decimal-separator']);
  let grouped = text;
  if (groupSize > 0) {
    for (let at = point - groupSize; at > 0; at -= groupSize) grouped = insert(run, grouped, at, separator);
    return grouped;
  }
  for (const [index, digits] of integerGroups.entries()) {
    grouped = insert(run, grouped, point + index - digits, separator);
  }
  return grouped;
}

function groupFraction(run: Run, text: string, { fractionGroups }: NumberPicture, signs: Signs): string {
  const start = text.indexOf(signs['decimal-separator']) + 1;
  return fractionGroups.reduce(
    (grouped, digits) => insert(run, grouped, start + digits, signs['grouping-separator']),
    text,
  );
}

/** A negative place counts from the end. */
function insert(run: Run, text: string, at: number, separator: string): string {
  spendOnText(run, text.length);
  run.checkText(text.length + separator.length);
  return text.slice(0, at) + separator + text.slice(at);
}
