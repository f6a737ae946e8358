import type { MappingFunction } from './function-definition.ts';
import { toDecimal, type DecimalInput } from './to-decimal.ts';

export const decimalSubtract = {
  name: 'decimalSubtract',
  signature: '<(nsl)(nsl):s>',
  parameters: ['value', 'less'],
  summary: 'Subtracts the second value from the first exactly. Gives nothing when either is missing.',
  examples: [
    { expression: '$decimalSubtract("100.00", 0.1)', result: '99.9' },
    { expression: '$decimalSubtract(total, paid)', input: { total: 5 } },
  ],
  implementation(_context, value: DecimalInput, less: DecimalInput) {
    const left = toDecimal(value, 'decimalSubtract');
    const right = toDecimal(less, 'decimalSubtract');
    return left === undefined || right === undefined ? undefined : left.minus(right).toFixed();
  },
} satisfies MappingFunction;
