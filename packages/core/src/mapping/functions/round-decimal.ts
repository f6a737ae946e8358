import { decimalPlaces } from './decimal-places.ts';
import type { MappingFunction } from './function-definition.ts';
import { roundingMode } from './rounding-mode.ts';
import { toDecimal, type DecimalInput } from './to-decimal.ts';

export const roundDecimal = {
  name: 'roundDecimal',
  signature: '<(nsl)n?s?:s>',
  parameters: ['value', 'places?', 'mode?'],
  summary:
    'Rounds to `places` (0 when left out) and pads with zeros. `mode` is half-up (default, away from zero), half-even, up, down, ceiling or floor.',
  examples: [
    { expression: '$roundDecimal("2.345", 2)', result: '2.35' },
    { expression: '$roundDecimal(1.005, 2)', result: '1.01' },
    { expression: '$roundDecimal("2.5", 0, "half-even")', result: '2' },
    { expression: '$roundDecimal("-2.5")', result: '-3' },
    { expression: '$roundDecimal("-2.5", 0, "ceiling")', result: '-2' },
    { expression: '$roundDecimal(7, 2)', result: '7.00' },
    { expression: '$roundDecimal(rate, 2)', input: { rate: null } },
    { expression: '$roundDecimal(7, 2, "sideways")', error: 'BAD_ARGUMENT' },
    { expression: '$roundDecimal(7, 1000000)', error: 'BAD_ARGUMENT' },
  ],
  implementation(_context, value: DecimalInput, places: number = 0, mode?: string) {
    const rounding = roundingMode(mode, 'roundDecimal');
    return toDecimal(value, 'roundDecimal')?.toFixed(decimalPlaces(places, 'roundDecimal'), rounding);
  },
} satisfies MappingFunction;
