import { badArgument } from './bad-argument.ts';
import type { MappingFunction } from './function-definition.ts';
import { fromQuantity, toQuantity } from './quantity.ts';

export const multiply = {
  name: 'multiply',
  signature: '<(nsol)(nsol):x>',
  parameters: ['value', 'by'],
  summary:
    'Multiplies two numbers, or money by a number, exactly and without rounding. Gives nothing when either is missing.',
  examples: [
    { expression: '$multiply("1.1", 3)', result: '3.3' },
    { expression: '$multiply("0.07", "100")', result: '7' },
    { expression: '$multiply($money("185.50", "GBP"), "7.25")', result: { amount: '1344.875', currency: 'GBP' } },
    { expression: '$multiply(quantity, rate)', input: { quantity: 4 } },
    { expression: '$multiply($money(2, "EUR"), $money(3, "EUR"))', error: 'BAD_ARGUMENT' },
    { expression: '$multiply(true, 2)', error: 'T0410' },
  ],
  implementation(_context, value: unknown, by: unknown) {
    const left = toQuantity(value, 'multiply');
    const right = toQuantity(by, 'multiply');
    if (left === undefined || right === undefined) return undefined;
    if (left.currency !== undefined && right.currency !== undefined) {
      throw badArgument('$multiply cannot multiply money by money.');
    }
    return fromQuantity({ currency: left.currency ?? right.currency, amount: left.amount.times(right.amount) });
  },
} satisfies MappingFunction;
