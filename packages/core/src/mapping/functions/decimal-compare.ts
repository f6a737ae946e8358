import type { MappingFunction } from './function-definition.ts';
import { toDecimal, type DecimalInput } from './to-decimal.ts';

export const decimalCompare = {
  name: 'decimalCompare',
  signature: '<(nsl)(nsl):n>',
  parameters: ['left', 'right'],
  summary: 'Compares two amounts by value: -1, 0 or 1. Gives nothing when either is missing.',
  examples: [
    { expression: '$decimalCompare("10.0", 10)', result: 0 },
    { expression: '$decimalCompare("9.99", "10")', result: -1 },
    { expression: '$decimalCompare("100", "99")', result: 1 },
    { expression: '$decimalCompare(nothing, 1)', input: {} },
  ],
  implementation(_context, left: DecimalInput, right: DecimalInput) {
    const first = toDecimal(left, 'decimalCompare');
    const second = toDecimal(right, 'decimalCompare');
    return first === undefined || second === undefined ? undefined : first.comparedTo(second);
  },
} satisfies MappingFunction;
