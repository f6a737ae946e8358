import type { Decimal as GlobalDecimal } from 'decimal.js';
import { badArgument } from './bad-argument.ts';
import { shownValue } from './shown-value.ts';
import { Decimal } from './to-decimal.ts';

/**
 * The first two decide halves: away from zero, or to the even neighbour. The others round everything: away from zero,
 * towards zero, towards +∞, towards −∞.
 */
const modes = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  ceiling: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
} as const;

/**
 * The decimal library's constant for a mode name; half-up by default.
 * @throws EvaluationFailure BAD_ARGUMENT
 */
export function roundingMode(mode: string | undefined, functionName: string): GlobalDecimal.Rounding {
  if (mode === undefined) return modes['half-up'];
  if (isMode(mode)) return modes[mode];
  throw badArgument(
    `$${functionName} knows the modes ${Object.keys(modes).join(', ')}, but was given ${shownValue(mode)}.`,
    mode,
  );
}

function isMode(mode: string): mode is keyof typeof modes {
  return Object.hasOwn(modes, mode);
}
