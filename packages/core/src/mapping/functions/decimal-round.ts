import { FunctionFailure, type MappingFunction } from './function-definition.ts';
import { Decimal, toDecimal, type DecimalInput } from './to-decimal.ts';

const modes = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
} as const;

export const decimalRound = {
  name: 'decimalRound',
  signature: '<(nsl)n?s?:s>',
  parameters: ['value', 'places', 'mode'],
  summary:
    'Rounds to `places` (0 when left out) and pads with zeros. `mode` is half-up (default, away from zero), half-even, up or down.',
  examples: [
    { expression: '$decimalRound("2.345", 2)', result: '2.35' },
    { expression: '$decimalRound(1.005, 2)', result: '1.01' },
    { expression: '$decimalRound("2.5", 0, "half-even")', result: '2' },
    { expression: '$decimalRound("-2.5")', result: '-3' },
    { expression: '$decimalRound(7, 2)', result: '7.00' },
    { expression: '$decimalRound(7, 2, "sideways")', error: 'BAD_ARGUMENT' },
    { expression: '$decimalRound(rate, 2)', input: { rate: null } },
  ],
  implementation(_context, value: DecimalInput, places: number = 0, mode: string = 'half-up') {
    const decimal = toDecimal(value, 'decimalRound');
    if (decimal === undefined) return undefined;
    const rounding = isMode(mode) ? modes[mode] : undefined;
    if (rounding === undefined) {
      throw new FunctionFailure(
        'BAD_ARGUMENT',
        `$decimalRound knows the modes ${Object.keys(modes).join(', ')}, but was given "${mode}".`,
      );
    }
    return decimal.toFixed(places, rounding);
  },
} satisfies MappingFunction;

function isMode(mode: string): mode is keyof typeof modes {
  return Object.hasOwn(modes, mode);
}
