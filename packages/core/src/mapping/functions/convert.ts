import { badArgument } from './bad-argument.ts';
import type { MappingFunction } from './function-definition.ts';
import { currencyCode, minorUnitDigits } from './minor-unit-digits.ts';
import { toMoney } from './quantity.ts';
import { roundingMode } from './rounding-mode.ts';
import { toDecimal, type DecimalInput } from './to-decimal.ts';

export const convert = {
  name: 'convert',
  signature: '<(ol)(nsl)(sl)s?:o>',
  parameters: ['money', 'rate', 'currency', 'mode?'],
  summary:
    "Money in another currency: the amount times `rate` (how much of the new currency one unit of the old one buys), rounded to the new currency's minor unit, half up unless `mode` names another way.",
  examples: [
    { expression: '$convert($money(100, "USD"), "0.9215", "EUR")', result: { amount: '92.15', currency: 'EUR' } },
    { expression: '$convert($money("19.99", "EUR"), 162.374, "JPY")', result: { amount: '3246', currency: 'JPY' } },
    {
      expression: '$convert($money(10, "GBP"), "1.17345", "EUR", "down")',
      result: { amount: '11.73', currency: 'EUR' },
    },
    { expression: '$convert(missing, 1.1, "EUR")', input: {} },
    { expression: '$convert($money(10, "GBP"), rate, "EUR")', input: {}, error: 'BAD_ARGUMENT' },
    { expression: '$convert($money(10, "GBP"), 0, "EUR")', error: 'BAD_ARGUMENT' },
    { expression: '$convert($money(10, "GBP"), 1.2, "euro")', error: 'BAD_ARGUMENT' },
    { expression: '$convert(10, 1.2, "EUR")', error: 'T0410' },
  ],
  implementation(_context, money: unknown, rate: DecimalInput, currency: string | null | undefined, mode?: string) {
    const value = toMoney(money, 'convert');
    if (value === undefined) return undefined;
    const target = currencyCode(currency, 'convert');
    const factor = toDecimal(rate, 'convert');
    if (factor === undefined || factor.lessThanOrEqualTo(0)) {
      throw badArgument(`$convert needs a rate above zero from ${value.currency} to ${target}.`, rate);
    }
    const amount = value.amount.times(factor).toFixed(minorUnitDigits(target), roundingMode(mode, 'convert'));
    return { amount, currency: target };
  },
} satisfies MappingFunction;
