import { EvaluationFailure } from '../engine/failure.ts';
import { digitsOf, type Signs } from './number-signs.ts';
import { activeSigns, type NumberPictureParts } from './split-number-picture.ts';

/** When several things are wrong, the last one is reported, as in the reference. */
const sentences = {
  D3081: 'has more than one decimal separator',
  D3082: 'has more than one percent sign',
  D3083: 'has more than one per-mille sign',
  D3084: 'has both a percent and a per-mille sign',
  D3085: 'has no digit',
  D3086: 'has text between its digits',
  D3087: 'has a grouping separator next to its decimal separator',
  D3088: 'ends its whole part in a grouping separator',
  D3089: 'has two grouping separators in a row',
  D3090: 'has an optional digit behind a mandatory one in its whole part',
  D3091: 'has a mandatory digit behind an optional one in its fraction',
  D3092: 'has both an exponent and a percent or per-mille sign',
  D3093: 'has an exponent that is not made of digits',
} as const;

type Code = keyof typeof sentences;

/** @throws EvaluationFailure `D3081` to `D3093` */
export function checkNumberPicture(parts: NumberPictureParts, signs: Signs): void {
  const wrong = findings(parts, signs).filter(([, isWrong]) => isWrong);
  const code = wrong.at(-1)?.[0];
  if (code === undefined) return;
  throw new EvaluationFailure(code, `The picture ${JSON.stringify(parts.picture)} ${sentences[code]}.`, {
    value: parts.picture,
  });
}

function findings(parts: NumberPictureParts, signs: Signs): ReadonlyArray<readonly [Code, boolean]> {
  const { picture, mantissa, active, integer, fraction, exponent } = parts;
  const digits = new Set(digitsOf(signs));
  const isDigit = (unit: string): boolean => digits.has(unit);
  const known = activeSigns(signs);
  const group = signs['grouping-separator'];
  const point = picture.indexOf(signs['decimal-separator']);
  const repeats = (sign: string): boolean => picture.indexOf(sign) !== picture.lastIndexOf(sign);
  const hasPercent = picture.includes(signs.percent);
  const hasPerMille = picture.includes(signs['per-mille']);
  const optionalInInteger = integer.indexOf(signs.digit);
  const optionalInFraction = fraction.lastIndexOf(signs.digit);
  return [
    ['D3081', repeats(signs['decimal-separator'])],
    ['D3082', repeats(signs.percent)],
    ['D3083', repeats(signs['per-mille'])],
    ['D3084', hasPercent && hasPerMille],
    ['D3085', !mantissa.split('').some((unit) => isDigit(unit) || unit === signs.digit)],
    ['D3086', active.split('').some((unit) => !known.has(unit))],
    ['D3087', point >= 0 && (picture.charAt(point - 1) === group || picture.charAt(point + 1) === group)],
    ['D3088', point < 0 && integer.slice(-1) === group],
    ['D3089', picture.includes(group + group)],
    ['D3090', optionalInInteger >= 0 && integer.slice(0, optionalInInteger).split('').some(isDigit)],
    ['D3091', optionalInFraction >= 0 && fraction.slice(optionalInFraction).split('').some(isDigit)],
    ['D3092', exponent !== undefined && exponent !== '' && (hasPercent || hasPerMille)],
    ['D3093', exponent !== undefined && (exponent === '' || !exponent.split('').every(isDigit))],
  ];
}
