import { EvaluationFailure } from '../engine/failure.ts';
import { isNumeric } from '../engine/is-numeric.ts';
import type { Run } from '../engine/run.ts';
import { numberToLetters } from './column-letters.ts';
import { asciiZero } from './digit-families.ts';
import type { IntegerPicture } from './integer-picture.ts';
import { numberToWords } from './number-words.ts';
import { numberToRoman } from './roman-numerals.ts';
import { spendOnText } from './spend-on-text.ts';

/**
 * Writes a whole number according to a picture. @throws EvaluationFailure `D3130` for pictures that are not supported
 */
export function writeInteger(run: Run, value: number, picture: IntegerPicture): string {
  const text = withoutSign(run, Math.abs(value), picture);
  return value < 0 ? `-${text}` : text;
}

function withoutSign(run: Run, value: number, picture: IntegerPicture): string {
  switch (picture.style) {
    case 'letters':
      return numberToLetters(value, picture.letterCase === 'upper' ? 'A' : 'a');
    case 'roman':
      return inCase(numberToRoman(run, value), picture);
    case 'words':
      return isNumeric(value) ? inCase(numberToWords(value, picture.isOrdinal), picture) : '';
    case 'decimal':
      return writeDigits(run, value, picture);
    case 'sequence':
      throw unsupportedPicture(picture);
  }
}

function inCase(text: string, { letterCase }: IntegerPicture): string {
  if (letterCase === 'title') return text;
  return letterCase === 'upper' ? text.toUpperCase() : text.toLowerCase();
}

export function unsupportedPicture({ text }: IntegerPicture): EvaluationFailure {
  return new EvaluationFailure('D3130', `${JSON.stringify(text)} is not a picture of a whole number.`, { value: text });
}

function writeDigits(run: Run, value: number, picture: IntegerPicture): string {
  const { mandatoryDigits, zero, isOrdinal } = picture;
  if (mandatoryDigits > 0) {
    run.checkText(mandatoryDigits);
    run.spend(zero === asciiZero ? mandatoryDigits >> 3 : mandatoryDigits);
  }
  let digits = String(value).padStart(mandatoryDigits || 0, '0');
  if (zero !== asciiZero) {
    digits = Array.from(digits, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + zero - asciiZero)).join(
      '',
    );
  }
  const grouped = withSeparators(run, digits, picture);
  return isOrdinal ? grouped + ordinalSuffix(grouped) : grouped;
}

function withSeparators(run: Run, digits: string, { separators, groupSize }: IntegerPicture): string {
  const [first] = separators;
  if (first === undefined) return digits;
  spendOnText(run, digits.length);
  if (groupSize > 0) {
    const start = digits.length % groupSize || groupSize;
    const groups = [digits.slice(0, start)];
    for (let at = start; at < digits.length; at += groupSize) groups.push(digits.slice(at, at + groupSize));
    return groups.join(first.character);
  }
  // From left to right, so that inserted characters do not affect the next position.
  return separators.toReversed().reduce((text, { position, character }) => {
    spendOnText(run, text.length);
    const at = text.length - position;
    return (at > 0 ? text.slice(0, at) : '') + character + text.slice(at);
  }, digits);
}

function ordinalSuffix(digits: string): string {
  const isTeen = digits.length > 1 && digits.at(-2) === '1';
  const suffix = { '1': 'st', '2': 'nd', '3': 'rd' }[digits.at(-1) ?? ''];
  return suffix === undefined || isTeen ? 'th' : suffix;
}
