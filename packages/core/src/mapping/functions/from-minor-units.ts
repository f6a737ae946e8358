import type { MappingFunction } from './function-definition.ts';
import { minorUnitDigits } from './minor-unit-digits.ts';
import { Decimal, toDecimal, type DecimalInput } from './to-decimal.ts';

export const fromMinorUnits = {
  name: 'fromMinorUnits',
  signature: '<(nsl)s:o>',
  parameters: ['units', 'currency'],
  summary: "Money from a whole number of the currency's minor unit (cents, pence).",
  examples: [
    { expression: '$fromMinorUnits(18550, "GBP")', result: { amount: '185.50', currency: 'GBP' } },
    { expression: '$fromMinorUnits(1500, "JPY")', result: { amount: '1500', currency: 'JPY' } },
    { expression: '$fromMinorUnits(rate_in_cents, "GBP")', input: { rate_in_cents: null } },
  ],
  implementation(_context, units: DecimalInput, currency: string) {
    const value = toDecimal(units, 'fromMinorUnits');
    if (value === undefined) return undefined;
    const digits = minorUnitDigits(currency);
    return { amount: value.dividedBy(new Decimal(10).pow(digits)).toFixed(digits), currency };
  },
} satisfies MappingFunction;
