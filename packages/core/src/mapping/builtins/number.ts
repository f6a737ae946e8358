import { EvaluationFailure } from '../engine/failure.ts';
import type { Builtin } from './builtin.ts';

export const number = {
  name: 'number',
  signature: '<(nsb)-:n>',
  parameters: ['value'],
  summary: 'Turns a text or a boolean into a number; amounts of money are better kept as decimal text.',
  examples: [
    { expression: '$number("-12.50")', result: -12.5 },
    { expression: '$number("1e3")', result: 1000 },
    { expression: '$number("0x1F")', result: 31 },
    { expression: '$number(true)', result: 1 },
    { expression: '$number("12 EUR")', error: 'D3030' },
    { expression: '$number("")', error: 'D3030' },
    { expression: '$number(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, value: string | number | boolean | undefined) {
    if (value === undefined || typeof value === 'number') return value;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value === 'string') {
      run.spend(value.length >> 2);
      if (decimalText.test(value) && Number.isFinite(Number(value))) return Number.parseFloat(value);
      if (prefixedText.test(value)) return Number(value);
    }
    throw new EvaluationFailure('D3030', `${JSON.stringify(value)} cannot be read as a number.`, { value, index: 1 });
  },
} satisfies Builtin;

const decimalText = /^-?[0-9]+(?:\.[0-9]+)?(?:[Ee][-+]?[0-9]+)?$/;
/**
 * As loose as the reference's pattern, whose anchors apply only to the first and the last alternative. Other texts give
 * NaN.
 */
const prefixedText = /^0[xX][0-9A-Fa-f]|0[oO][0-7]|0[bB][01]+$/;
