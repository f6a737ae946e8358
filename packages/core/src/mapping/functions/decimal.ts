import type { MappingFunction } from './function-definition.ts';
import { toDecimal, type DecimalInput } from './to-decimal.ts';

export const decimal = {
  name: 'decimal',
  signature: '<(nsl):s>',
  parameters: ['value'],
  summary: 'A number as a decimal text, without an exponent and without needless zeros.',
  examples: [
    { expression: '$decimal(12.5)', result: '12.5' },
    { expression: '$decimal("080.00")', result: '80' },
    { expression: '$decimal(0.0000001)', result: '0.0000001' },
    { expression: '$decimal(Quantity)', input: { Quantity: null } },
    { expression: '$decimal("many")', error: 'BAD_ARGUMENT' },
    { expression: '$decimal("1e1000000000")', error: 'BAD_ARGUMENT' },
    { expression: '$decimal([1])', error: 'T0410' },
  ],
  implementation(_context, value: DecimalInput) {
    return toDecimal(value, 'decimal')?.toFixed();
  },
} satisfies MappingFunction;
