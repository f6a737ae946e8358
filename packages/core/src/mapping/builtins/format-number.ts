import type { Run } from '../engine/run.ts';
import type { Builtin } from './builtin.ts';
import { checkPicture } from './check-picture.ts';
import { readNumberPicture } from './number-picture.ts';
import { defaultSigns, signsWith, type Signs } from './number-signs.ts';
import { remembering } from './remembering.ts';
import { writeNumber } from './write-number.ts';

export const formatNumber = {
  name: 'formatNumber',
  signature: '<n-so?:s>',
  parameters: ['number', 'picture', 'options?'],
  summary: 'Writes a number by a picture of digits and separators; options such as decimal-separator change the signs.',
  examples: [
    { expression: '$formatNumber(12345.6, "#,##0.00")', result: '12,345.60' },
    { expression: '$formatNumber(-3, "0;(0)")', result: '(3)' },
    { expression: '$formatNumber(0.14, "01%")', result: '14%' },
    { expression: '$formatNumber(1234.5678, "00.000e0")', result: '12.346e2' },
    {
      expression: '$formatNumber(1234.5, "#.##0,00", {"decimal-separator": ",", "grouping-separator": "."})',
      result: '1.234,50',
    },
    { expression: '$formatNumber(1, "0;0;0")', error: 'D3080' },
    { expression: '$formatNumber(1, ".")', error: 'D3085' },
    { expression: '$formatNumber(missing, "0")', input: {} },
  ],
  arity: 3,
  implementation(
    run,
    number: number | undefined,
    picture: string | undefined,
    options?: Readonly<Record<string, unknown>>,
  ) {
    if (number === undefined) return undefined;
    const text = checkPicture(run, 'formatNumber', picture);
    const signs = options === undefined ? defaultSigns : signsWith(options);
    if (options !== undefined) spendOnSigns(run, text, signs);
    const [positive, negative] = options === undefined ? pictureOf(text) : readNumberPicture(text, signs);
    return writeNumber(run, number, number >= 0 ? positive : negative, signs);
  },
} satisfies Builtin;

/** In the worst case, searching for a long sign in a long picture takes the product of their lengths. */
function spendOnSigns(run: Run, picture: string, signs: Signs): void {
  for (const sign of Object.values(signs)) run.spend(sign.length + ((picture.length * sign.length) >> 2));
}

const pictureOf = remembering((picture) => readNumberPicture(picture, defaultSigns));
