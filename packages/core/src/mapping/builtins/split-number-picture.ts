import { digitsOf, type Signs } from './number-signs.ts';

/** A parsed picture for numbers of one sign. */
export interface NumberPictureParts {
  readonly picture: string;
  readonly prefix: string;
  readonly suffix: string;
  /** The text between prefix and suffix. */
  readonly active: string;
  readonly mantissa: string;
  readonly exponent: string | undefined;
  readonly integer: string;
  readonly fraction: string;
}

/** Offsets are confused as in the reference: after a prefix, an exponent is cut at the wrong place. */
export function splitNumberPicture(picture: string, signs: Signs): NumberPictureParts {
  const exponentSign = signs['exponent-separator'];
  const edges = activeSigns(signs);
  edges.delete(exponentSign);
  const units = picture.split('');
  const first = units.findIndex((unit) => edges.has(unit));
  const last = units.findLastIndex((unit) => edges.has(unit));
  const prefix = first < 0 ? '' : picture.slice(0, first);
  const suffix = last < 0 ? '' : picture.slice(last + 1);
  const active = picture.slice(prefix.length, picture.length - suffix.length);
  const at = picture.indexOf(exponentSign, prefix.length);
  const hasExponent = at >= 0 && at <= picture.length - suffix.length;
  const mantissa = hasExponent ? active.slice(0, at) : active;
  const exponent = hasExponent ? active.slice(at + 1) : undefined;
  const point = mantissa.indexOf(signs['decimal-separator']);
  const [integer, fraction] = point < 0 ? [mantissa, suffix] : [mantissa.slice(0, point), mantissa.slice(point + 1)];
  return { picture, prefix, suffix, active, mantissa, exponent, integer, fraction };
}

/** The signs that have a meaning between prefix and suffix. */
export function activeSigns(signs: Signs): Set<string> {
  return new Set([
    ...digitsOf(signs),
    signs['decimal-separator'],
    signs['exponent-separator'],
    signs['grouping-separator'],
    signs.digit,
    signs['pattern-separator'],
  ]);
}
