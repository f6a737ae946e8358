import { badArgument } from './bad-argument.ts';
import { decimalPlaces } from './decimal-places.ts';
import type { MappingFunction } from './function-definition.ts';
import { fromQuantity, sharedCurrency, toQuantity } from './quantity.ts';
import { quotient } from './quotient.ts';

export const divide = {
  name: 'divide',
  signature: '<(nsol)(nsol)n?:x>',
  parameters: ['value', 'by', 'places?'],
  summary:
    'Divides the first value by the second, rounded half up to `places` (10 when left out): numbers, money by a number, or money by money of the same currency, which gives a number.',
  examples: [
    { expression: '$divide(10, 4)', result: '2.5' },
    { expression: '$divide("100", 3, 2)', result: '33.33' },
    { expression: '$divide($money(100, "EUR"), 3, 2)', result: { amount: '33.33', currency: 'EUR' } },
    { expression: '$divide($money(100, "EUR"), $money(8, "EUR"))', result: '12.5' },
    { expression: '$divide(minutes, 60)', input: {} },
    { expression: '$divide(1, 0)', error: 'BAD_ARGUMENT' },
    { expression: '$divide(1, $money(3, "EUR"))', error: 'BAD_ARGUMENT' },
    { expression: '$divide(1, 3, -1)', error: 'BAD_ARGUMENT' },
  ],
  implementation(_context, value: unknown, by: unknown, places: number = 10) {
    const left = toQuantity(value, 'divide');
    const right = toQuantity(by, 'divide');
    if (left === undefined || right === undefined) return undefined;
    if (right.amount.isZero()) throw badArgument('$divide cannot divide by zero.');
    if (right.currency !== undefined) sharedCurrency(left, right, 'divide');
    return fromQuantity({
      currency: right.currency === undefined ? left.currency : undefined,
      amount: quotient(left.amount, right.amount, decimalPlaces(places, 'divide')),
    });
  },
} satisfies MappingFunction;
