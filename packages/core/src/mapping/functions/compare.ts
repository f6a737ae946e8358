import type { MappingFunction } from './function-definition.ts';
import { sharedCurrency, toQuantity } from './quantity.ts';

export const compare = {
  name: 'compare',
  signature: '<(nsol)(nsol):n>',
  parameters: ['left', 'right'],
  summary:
    'Compares two numbers, or money of one currency, by value: -1, 0 or 1. Gives nothing when either is missing.',
  examples: [
    { expression: '$compare("10.0", 10)', result: 0 },
    { expression: '$compare("9.99", "10")', result: -1 },
    { expression: '$compare($money(3, "EUR"), $money("2.99", "EUR"))', result: 1 },
    { expression: '$compare(nothing, 1)', input: {} },
    { expression: '$compare($money(3, "EUR"), $money(3, "USD"))', error: 'CURRENCY_MISMATCH' },
    { expression: '$compare("many", 1)', error: 'BAD_ARGUMENT' },
  ],
  implementation(_context, left: unknown, right: unknown) {
    const first = toQuantity(left, 'compare');
    const second = toQuantity(right, 'compare');
    if (first === undefined || second === undefined) return undefined;
    sharedCurrency(first, second, 'compare');
    return first.amount.comparedTo(second.amount);
  },
} satisfies MappingFunction;
