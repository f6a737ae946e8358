import type { MappingFunction } from './function-definition.ts';
import { fromQuantity, sharedCurrency, toQuantity } from './quantity.ts';

export const subtract = {
  name: 'subtract',
  signature: '<(nsol)(nsol):x>',
  parameters: ['value', 'less'],
  summary:
    'Subtracts the second value from the first exactly: numbers, or money of one currency. Gives nothing when either is missing.',
  examples: [
    { expression: '$subtract("100.00", 0.1)', result: '99.9' },
    {
      expression: '$subtract($money(100, "GBP"), $money("0.10", "GBP"))',
      result: { amount: '99.90', currency: 'GBP' },
    },
    { expression: '$subtract(total, paid)', input: { total: 5 } },
    { expression: '$subtract($money(1, "GBP"), $money(1, "EUR"))', error: 'CURRENCY_MISMATCH' },
    { expression: '$subtract([1, 2], 1)', error: 'T0410' },
    { expression: '$subtract("1,5", 1)', error: 'BAD_ARGUMENT' },
  ],
  implementation(_context, value: unknown, less: unknown) {
    const left = toQuantity(value, 'subtract');
    const right = toQuantity(less, 'subtract');
    if (left === undefined || right === undefined) return undefined;
    return fromQuantity({
      currency: sharedCurrency(left, right, 'subtract'),
      amount: left.amount.minus(right.amount),
    });
  },
} satisfies MappingFunction;
