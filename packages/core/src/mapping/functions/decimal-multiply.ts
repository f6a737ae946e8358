import type { MappingFunction } from './function-definition.ts';
import { toDecimal, type DecimalInput } from './to-decimal.ts';

export const decimalMultiply = {
  name: 'decimalMultiply',
  signature: '<(nsl)(nsl):s>',
  parameters: ['value', 'by'],
  summary: 'Multiplies two values exactly. Gives nothing when either is missing.',
  examples: [
    { expression: '$decimalMultiply("1.1", 3)', result: '3.3' },
    { expression: '$decimalMultiply("0.07", "100")', result: '7' },
    { expression: '$decimalMultiply(quantity, rate)', input: { quantity: 4 } },
  ],
  implementation(_context, value: DecimalInput, by: DecimalInput) {
    const left = toDecimal(value, 'decimalMultiply');
    const right = toDecimal(by, 'decimalMultiply');
    return left === undefined || right === undefined ? undefined : left.times(right).toFixed();
  },
} satisfies MappingFunction;
