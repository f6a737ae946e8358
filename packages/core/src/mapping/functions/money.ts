import type { MappingFunction } from './function-definition.ts';
import { FunctionFailure } from './function-definition.ts';
import { minorUnitDigits } from './minor-unit-digits.ts';
import { toDecimal, type DecimalInput } from './to-decimal.ts';

export const money = {
  name: 'money',
  signature: '<(nsl)(sl)n?:o>',
  parameters: ['amount', 'currency', 'places'],
  summary:
    "An amount of money: a decimal string and a currency, rounded half up to the currency's minor unit or to `places`. Gives nothing without an amount.",
  examples: [
    { expression: '$money(1200.5, "GBP")', result: { amount: '1200.50', currency: 'GBP' } },
    { expression: '$money("0.125", "EUR")', result: { amount: '0.13', currency: 'EUR' } },
    { expression: '$money(1500.4, "JPY")', result: { amount: '1500', currency: 'JPY' } },
    { expression: '$money("187.3333", "USD", 4)', result: { amount: '187.3333', currency: 'USD' } },
    { expression: '$money(Amount, "USD")', input: {} },
    { expression: '$money(12, CurrencyIsoCode)', input: {}, error: 'BAD_ARGUMENT' },
    { expression: '$money("1,200.00", "USD")', error: 'BAD_ARGUMENT' },
  ],
  implementation(_context, amount: DecimalInput, currency: string | null | undefined, places?: number) {
    const value = toDecimal(amount, 'money');
    if (value === undefined) return undefined;
    if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
      throw new FunctionFailure(
        'BAD_ARGUMENT',
        `$money needs a currency code of three capitals (ISO 4217), but was given ${JSON.stringify(currency ?? null)}.`,
      );
    }
    return { amount: value.toFixed(places ?? minorUnitDigits(currency)), currency };
  },
} satisfies MappingFunction;
