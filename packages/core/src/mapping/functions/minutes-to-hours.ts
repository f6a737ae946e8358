import type { MappingFunction } from './function-definition.ts';
import { quotient } from './quotient.ts';
import { Decimal, toDecimal, type DecimalInput } from './to-decimal.ts';

export const minutesToHours = {
  name: 'minutesToHours',
  signature: '<(nsl):s>',
  parameters: ['minutes'],
  summary: 'Minutes as decimal hours, to four places.',
  examples: [
    { expression: '$minutesToHours(450)', result: '7.5' },
    { expression: '$minutesToHours(20)', result: '0.3333' },
    { expression: '$minutesToHours(time_in_minutes)', input: {} },
    { expression: '$minutesToHours("1h")', error: 'BAD_ARGUMENT' },
    { expression: '$minutesToHours([])', error: 'T0410' },
  ],
  implementation(_context, minutes: DecimalInput) {
    const value = toDecimal(minutes, 'minutesToHours');
    return value === undefined ? undefined : quotient(value, new Decimal(60), 4).toFixed();
  },
} satisfies MappingFunction;
