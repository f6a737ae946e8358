import { EvaluationFailure } from '../engine/failure.ts';
import { lettersToNumber } from './column-letters.ts';
import { asciiZero } from './digit-families.ts';
import type { IntegerPicture } from './integer-picture.ts';
import { wordsToNumber } from './number-words.ts';
import { romanToNumber } from './roman-numerals.ts';
import { unsupportedPicture } from './write-integer.ts';

/**
 * Reads the whole number in a text according to a picture. As in the reference the text is not checked: anything that
 * does not match gives NaN or some number.
 * @throws EvaluationFailure `D3130` for pictures that are not supported
 */
export function readInteger(text: string, picture: IntegerPicture): number {
  const isUpper = picture.letterCase === 'upper';
  switch (picture.style) {
    case 'letters':
      return lettersToNumber(text, isUpper ? 'A' : 'a');
    case 'roman':
      return romanToNumber(isUpper ? text : text.toUpperCase());
    case 'words':
      return wordsToNumber(text.toLowerCase());
    case 'decimal':
      return readDigits(text, picture);
    case 'sequence':
      throw unsupportedPicture(picture);
  }
}

function readDigits(text: string, { isOrdinal, separators, groupSize, zero }: IntegerPicture): number {
  const marks = new Set(groupSize > 0 ? [','] : separators.map(({ character }) => character));
  const digits = Array.from(isOrdinal ? text.slice(0, -2) : text)
    .filter((character) => !marks.has(character))
    .map((character) => (zero === asciiZero ? character : asciiDigit(character, zero)))
    .join('');
  // No radix is passed, as in the reference, so "0x1F" is read as well.
  return Number.parseInt(digits);
}

function asciiDigit(character: string, zero: number): string {
  const codePoint = (character.codePointAt(0) ?? 0) - zero + asciiZero;
  if (codePoint >= 0) return String.fromCodePoint(codePoint);
  throw new EvaluationFailure('BAD_ARGUMENT', `"${character}" is not a digit of the script that the picture uses.`);
}
