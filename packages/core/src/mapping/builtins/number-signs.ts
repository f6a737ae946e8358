import { EvaluationFailure } from '../engine/failure.ts';

/** The signs of a number picture, under the names that the options of `$formatNumber` have. */
export const defaultSigns = {
  'decimal-separator': '.',
  'grouping-separator': ',',
  'exponent-separator': 'e',
  infinity: 'Infinity',
  'minus-sign': '-',
  NaN: 'NaN',
  percent: '%',
  'per-mille': '\u2030',
  'zero-digit': '0',
  digit: '#',
  'pattern-separator': ';',
} as const satisfies Readonly<Record<string, string>>;

export type Signs = Readonly<Record<keyof typeof defaultSigns, string>>;

/**
 * @throws EvaluationFailure `BAD_ARGUMENT` for a sign that is not a text, and for a zero digit that is not one
 * character
 */
export function signsWith(options: Readonly<Record<string, unknown>> | undefined): Signs {
  const signs: Record<keyof typeof defaultSigns, string> = { ...defaultSigns };
  for (const [name, sign] of Object.entries(options ?? {})) {
    if (!isSignName(name)) continue;
    if (typeof sign !== 'string') {
      throw new EvaluationFailure('BAD_ARGUMENT', `The option ${name} of $formatNumber must be text.`, {
        value: sign,
        index: 3,
      });
    }
    if (name === 'zero-digit' && sign.length !== 1) {
      throw new EvaluationFailure('BAD_ARGUMENT', 'The zero digit of $formatNumber must be one character.', {
        value: sign,
        index: 3,
      });
    }
    signs[name] = sign;
  }
  return signs;
}

const isSignName = (name: string): name is keyof typeof defaultSigns => Object.hasOwn(defaultSigns, name);

/** The ten digits, starting with the zero digit. */
export function digitsOf(signs: Signs): string[] {
  const zero = signs['zero-digit'].charCodeAt(0);
  return Array.from({ length: 10 }, (_, digit) => String.fromCharCode(zero + digit));
}
