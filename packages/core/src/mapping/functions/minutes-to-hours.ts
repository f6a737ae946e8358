import type { MappingFunction } from './function-definition.ts';
import { toDecimal, type DecimalInput } from './to-decimal.ts';

export const minutesToHours = {
  name: 'minutesToHours',
  signature: '<(nsl):s>',
  parameters: ['minutes'],
  summary: 'Minutes as decimal hours, to four places.',
  examples: [
    { expression: '$minutesToHours(450)', result: '7.5' },
    { expression: '$minutesToHours(20)', result: '0.3333' },
    { expression: '$minutesToHours(time_in_minutes)', input: {} },
  ],
  implementation(_context, minutes: DecimalInput) {
    return toDecimal(minutes, 'minutesToHours')?.dividedBy(60).toDecimalPlaces(4).toFixed();
  },
} satisfies MappingFunction;
