import type { MappingFunction } from './function-definition.ts';
import { currencyCode, minorUnitDigits } from './minor-unit-digits.ts';
import { Decimal, toDecimal, type DecimalInput } from './to-decimal.ts';

export const fromMinorUnits = {
  name: 'fromMinorUnits',
  signature: '<(nsl)(sl):o>',
  parameters: ['units', 'currency'],
  summary: "Money from a number of the currency's minor unit (cents, pence); parts of one are kept.",
  examples: [
    { expression: '$fromMinorUnits(18550, "GBP")', result: { amount: '185.50', currency: 'GBP' } },
    { expression: '$fromMinorUnits(1500, "JPY")', result: { amount: '1500', currency: 'JPY' } },
    { expression: '$fromMinorUnits("18.755", "USD")', result: { amount: '0.18755', currency: 'USD' } },
    { expression: '$fromMinorUnits(rate_in_cents, "GBP")', input: { rate_in_cents: null } },
    { expression: '$fromMinorUnits(100, "pounds")', error: 'BAD_ARGUMENT' },
    { expression: '$fromMinorUnits({}, "GBP")', error: 'T0410' },
  ],
  implementation(_context, units: DecimalInput, currency: string | null | undefined) {
    const value = toDecimal(units, 'fromMinorUnits');
    if (value === undefined) return undefined;
    const code = currencyCode(currency, 'fromMinorUnits');
    const amount = value.dividedBy(new Decimal(`1e${minorUnitDigits(code)}`));
    return { amount: amount.toFixed(Math.max(amount.decimalPlaces(), minorUnitDigits(code))), currency: code };
  },
} satisfies MappingFunction;
