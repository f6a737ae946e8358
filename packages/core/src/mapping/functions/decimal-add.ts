import type { MappingFunction } from './function-definition.ts';
import { Decimal, toDecimal } from './to-decimal.ts';

export const decimalAdd = {
  name: 'decimalAdd',
  signature: '<x+:s>',
  parameters: ['values…'],
  summary: 'Adds numbers and decimal strings exactly; lists are added up. What is missing counts as nothing.',
  examples: [
    { expression: '$decimalAdd(0.1, 0.2)', result: '0.3' },
    { expression: '$decimalAdd("10.50", 2, "-0.25")', result: '12.25' },
    {
      expression: '$decimalAdd(lines.amount)',
      input: { lines: [{ amount: '0.10' }, { amount: '0.20' }] },
      result: '0.3',
    },
    { expression: '$decimalAdd(lines.amount)', input: { lines: [] }, result: '0' },
    { expression: '$decimalAdd("ten")', error: 'BAD_ARGUMENT' },
  ],
  implementation(_context, ...values: unknown[]) {
    return values
      .flat(Infinity)
      .map((value) => toDecimal(value, 'decimalAdd'))
      .reduce<Decimal>((sum, value) => (value === undefined ? sum : sum.plus(value)), new Decimal(0))
      .toFixed();
  },
} satisfies MappingFunction;
