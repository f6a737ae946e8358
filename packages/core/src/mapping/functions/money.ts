import { decimalPlaces } from './decimal-places.ts';
import type { MappingFunction } from './function-definition.ts';
import { currencyCode, minorUnitDigits } from './minor-unit-digits.ts';
import { toDecimal, type DecimalInput } from './to-decimal.ts';

export const money = {
  name: 'money',
  signature: '<(nsl)(sl)n?:o>',
  parameters: ['amount', 'currency', 'places?'],
  summary:
    "An amount of money: a decimal text and a currency, rounded half up to the currency's minor unit or to `places`. Gives nothing without an amount.",
  examples: [
    { expression: '$money(1200.5, "GBP")', result: { amount: '1200.50', currency: 'GBP' } },
    { expression: '$money("0.125", "EUR")', result: { amount: '0.13', currency: 'EUR' } },
    { expression: '$money(1500.4, "JPY")', result: { amount: '1500', currency: 'JPY' } },
    { expression: '$money("187.3333", "USD", 4)', result: { amount: '187.3333', currency: 'USD' } },
    { expression: '$money(Amount, "USD")', input: {} },
    { expression: '$money(12, CurrencyIsoCode)', input: {}, error: 'BAD_ARGUMENT' },
    { expression: '$money("1,200.00", "USD")', error: 'BAD_ARGUMENT' },
    { expression: '$money(true, "USD")', error: 'T0410' },
  ],
  implementation(_context, amount: DecimalInput, currency: string | null | undefined, places?: number) {
    const value = toDecimal(amount, 'money');
    if (value === undefined) return undefined;
    const code = currencyCode(currency, 'money');
    const digits = places === undefined ? minorUnitDigits(code) : decimalPlaces(places, 'money');
    return { amount: value.toFixed(digits), currency: code };
  },
} satisfies MappingFunction;
