import { EvaluationFailure } from '../engine/failure.ts';
import { checkNumberPicture } from './check-number-picture.ts';
import { regularInterval } from './integer-picture.ts';
import { digitsOf, type Signs } from './number-signs.ts';
import { splitNumberPicture, type NumberPictureParts } from './split-number-picture.ts';

/** Describes how numbers are written, as XPath's `format-number` pictures do. */
export interface NumberPicture {
  readonly picture: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Digits per group when all groups have the same size, else 0. */
  readonly groupSize: number;
  /** For each separator of the whole part, the number of digits to its right. */
  readonly integerGroups: readonly number[];
  /** For each separator of the fraction, the number of digits to its left. */
  readonly fractionGroups: readonly number[];
  readonly minIntegerDigits: number;
  readonly minFractionDigits: number;
  readonly maxFractionDigits: number;
  /** Digits before the point in scientific notation. */
  readonly scale: number;
  /** 0 when the number is not written in scientific notation. */
  readonly minExponentDigits: number;
}

/** The pictures for numbers from 0 up and for negative ones. @throws EvaluationFailure `D3080` to `D3093` */
export function readNumberPicture(picture: string, signs: Signs): readonly [NumberPicture, NumberPicture] {
  const [text = '', negativeText, ...others] = picture.split(signs['pattern-separator']);
  if (others.length > 0) {
    throw new EvaluationFailure('D3080', 'A picture of a number has one part, or two for both signs.', {
      value: picture,
    });
  }
  const parts = [text, ...(negativeText === undefined ? [] : [negativeText])].map((one) =>
    splitNumberPicture(one, signs),
  );
  for (const part of parts) checkNumberPicture(part, signs);
  const [positive, negative] = parts.map((part) => analyse(part, signs));
  if (positive === undefined) throw new Error('Splitting a text gives one part at least.');
  return [positive, negative ?? { ...positive, prefix: signs['minus-sign'] + positive.prefix }];
}

function analyse(parts: NumberPictureParts, signs: Signs): NumberPicture {
  const { picture, prefix, suffix, integer, fraction, exponent } = parts;
  const integerGroups = groupsOf({ text: integer, integer, countsLeft: false }, signs);
  const digits = new Set(digitsOf(signs));
  const countDigits = (text: string): number => text.split('').filter((unit) => digits.has(unit)).length;
  const countOptional = (text: string): number => text.split('').filter((unit) => unit === signs.digit).length;
  const scale = countDigits(integer);
  const isScientific = exponent !== undefined;
  let minIntegerDigits = scale;
  let minFractionDigits = countDigits(fraction);
  let maxFractionDigits = minFractionDigits + (digits.has(signs.digit) ? 0 : countOptional(fraction));
  if (minIntegerDigits === 0 && maxFractionDigits === 0) {
    if (isScientific) minFractionDigits = maxFractionDigits = 1;
    else minIntegerDigits = 1;
  }
  if (isScientific && minIntegerDigits === 0 && integer.includes(signs.digit)) minIntegerDigits = 1;
  if (minIntegerDigits === 0 && minFractionDigits === 0) minFractionDigits = 1;
  return {
    picture,
    prefix,
    suffix,
    groupSize: regularInterval(integerGroups),
    integerGroups,
    fractionGroups: groupsOf({ text: fraction, integer, countsLeft: true }, signs),
    minIntegerDigits,
    minFractionDigits,
    maxFractionDigits,
    scale,
    minExponentDigits: exponent === undefined ? 0 : countDigits(exponent),
  };
}

interface GroupedText {
  readonly text: string;
  readonly integer: string;
  readonly countsLeft: boolean;
}

/**
 * As in the reference, all separators after the first one are searched for in the whole part, even those of the
 * fraction.
 */
function groupsOf({ text, integer, countsLeft }: GroupedText, signs: Signs): number[] {
  const separator = signs['grouping-separator'];
  const counted = new Set([...digitsOf(signs), signs.digit]);
  // The number of digits before each position.
  const before = [0];
  for (const unit of text.split('')) before.push((before.at(-1) ?? 0) + (counted.has(unit) ? 1 : 0));
  const total = before.at(-1) ?? 0;
  const groups: number[] = [];
  for (let at = text.indexOf(separator); at >= 0; at = integer.indexOf(separator, at + 1)) {
    const left = before[Math.min(at, text.length)] ?? 0;
    groups.push(countsLeft ? left : total - left);
  }
  return groups;
}
