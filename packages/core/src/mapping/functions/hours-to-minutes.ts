import type { MappingFunction } from './function-definition.ts';
import { toDecimal, type DecimalInput } from './to-decimal.ts';

export const hoursToMinutes = {
  name: 'hoursToMinutes',
  signature: '<(nsl):n>',
  parameters: ['hours'],
  summary: 'Decimal hours as whole minutes, rounded half up.',
  examples: [
    { expression: '$hoursToMinutes("7.5")', result: 450 },
    { expression: '$hoursToMinutes(0.333)', result: 20 },
    { expression: '$hoursToMinutes(hours)', input: {} },
    { expression: '$hoursToMinutes("7:30")', error: 'BAD_ARGUMENT' },
    { expression: '$hoursToMinutes(true)', error: 'T0410' },
  ],
  implementation(_context, hours: DecimalInput) {
    return toDecimal(hours, 'hoursToMinutes')?.times(60).round().toNumber();
  },
} satisfies MappingFunction;
