import { EvaluationFailure } from '../engine/failure.ts';
import { asciiZero, zeroOf } from './digit-families.ts';

export type LetterCase = 'upper' | 'lower' | 'title';

/** A sign between digits; `position` counts the digits to its right. */
export interface GroupingSeparator {
  readonly position: number;
  readonly character: string;
}

/** Describes how a whole number is written, as XPath's `format-integer` pictures do. */
export interface IntegerPicture {
  readonly style: 'decimal' | 'letters' | 'roman' | 'words' | 'sequence';
  readonly letterCase: LetterCase;
  readonly isOrdinal: boolean;
  /** The picture as it was written, for styles that are not supported. */
  readonly text: string;
  /** NaN for pictures that are not decimal. Dates raise it when they ask for a width. */
  mandatoryDigits: number;
  /** NaN for pictures that are not decimal. */
  readonly optionalDigits: number;
  /** Code point of the zero of the digits to be used. */
  readonly zero: number;
  /** Counted from right to left. */
  readonly separators: readonly GroupingSeparator[];
  /** Digits per group when all separators are equal and evenly spaced, else 0. */
  readonly groupSize: number;
  /** Exactly this many digits are read; undefined for as many as there are. */
  readWidth?: number;
}

/** @throws EvaluationFailure `D3131` when digits of different families are mixed */
export function readIntegerPicture(picture: string): IntegerPicture {
  const semicolon = picture.lastIndexOf(';');
  const text = semicolon < 0 ? picture : picture.slice(0, semicolon);
  const isOrdinal = semicolon >= 0 && picture.charAt(semicolon + 1) === 'o';
  const named = namedStyles.get(text);
  if (named === undefined) return readDigits(text, isOrdinal);
  const [style, letterCase] = named;
  return { ...withoutDigits, style, letterCase, isOrdinal, text };
}

const namedStyles: ReadonlyMap<string, readonly [IntegerPicture['style'], LetterCase]> = new Map([
  ['A', ['letters', 'upper']],
  ['a', ['letters', 'lower']],
  ['I', ['roman', 'upper']],
  ['i', ['roman', 'lower']],
  ['W', ['words', 'upper']],
  ['w', ['words', 'lower']],
  ['Ww', ['words', 'title']],
]);

const withoutDigits = {
  mandatoryDigits: Number.NaN,
  optionalDigits: Number.NaN,
  zero: asciiZero,
  separators: [],
  groupSize: 0,
};

function readDigits(text: string, isOrdinal: boolean): IntegerPicture {
  let mandatoryDigits = 0;
  let optionalDigits = 0;
  let zero: number | undefined;
  const separators: GroupingSeparator[] = [];
  for (const character of Array.from(text).reverse()) {
    const family = zeroOf(character.codePointAt(0) ?? 0);
    if (family !== undefined) {
      mandatoryDigits += 1;
      zero ??= family;
      if (family !== zero) throw new EvaluationFailure('D3131', 'A picture must not mix digits of different scripts.');
    } else if (character === '#') {
      optionalDigits += 1;
    } else {
      separators.push({ position: mandatoryDigits + optionalDigits, character });
    }
  }
  const common = { letterCase: 'lower', isOrdinal, text } as const;
  if (zero === undefined) return { ...withoutDigits, ...common, style: 'sequence' };
  const groupSize = regularGroupSize(separators);
  return { ...common, style: 'decimal', mandatoryDigits, optionalDigits, zero, separators, groupSize };
}

function regularGroupSize(separators: readonly GroupingSeparator[]): number {
  const [first, ...others] = separators;
  if (first === undefined || others.some(({ character }) => character !== first.character)) return 0;
  return regularInterval(separators.map(({ position }) => position));
}

/** The interval of which the positions are the first multiples, in any order; 0 when they are not. */
export function regularInterval(positions: readonly number[]): number {
  if (positions.length === 0) return 0;
  const interval = positions.reduce(greatestCommonDivisor);
  const known = new Set(positions);
  return positions.every((_, index) => known.has((index + 1) * interval)) ? interval : 0;
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
