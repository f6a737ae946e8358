import { FunctionFailure, type MappingFunction } from './function-definition.ts';
import { toDecimal, type DecimalInput } from './to-decimal.ts';

export const decimalDivide = {
  name: 'decimalDivide',
  signature: '<(nsl)(nsl)n?:s>',
  parameters: ['value', 'by', 'places'],
  summary: 'Divides the first value by the second, rounded half up to `places` (10 when left out).',
  examples: [
    { expression: '$decimalDivide(10, 4)', result: '2.5' },
    { expression: '$decimalDivide("100", 3, 2)', result: '33.33' },
    { expression: '$decimalDivide(1, 0)', error: 'BAD_ARGUMENT' },
    { expression: '$decimalDivide(minutes, 60)', input: {} },
  ],
  implementation(_context, value: DecimalInput, by: DecimalInput, places: number = 10) {
    const left = toDecimal(value, 'decimalDivide');
    const right = toDecimal(by, 'decimalDivide');
    if (left === undefined || right === undefined) return undefined;
    if (right.isZero()) throw new FunctionFailure('BAD_ARGUMENT', '$decimalDivide cannot divide by zero.');
    return left.dividedBy(right).toDecimalPlaces(places).toFixed();
  },
} satisfies MappingFunction;
