import { decimalPlaces } from './decimal-places.ts';
import type { MappingFunction } from './function-definition.ts';
import { minorUnitDigits } from './minor-unit-digits.ts';
import { toMoney } from './quantity.ts';
import { roundingMode } from './rounding-mode.ts';

export const roundMoney = {
  name: 'roundMoney',
  signature: '<(ol)s?n?:o>',
  parameters: ['money', 'mode?', 'places?'],
  summary:
    "Rounds money to its currency's minor unit, or to `places`. `mode` is half-up (default, away from zero), half-even, up, down, ceiling or floor.",
  examples: [
    {
      expression: '$roundMoney({"amount": "1344.875", "currency": "GBP"})',
      result: { amount: '1344.88', currency: 'GBP' },
    },
    {
      expression: '$roundMoney({"amount": "0.125", "currency": "EUR"}, "half-even")',
      result: { amount: '0.12', currency: 'EUR' },
    },
    {
      expression: '$roundMoney({"amount": "-0.001", "currency": "BHD"}, "floor", 2)',
      result: { amount: '-0.01', currency: 'BHD' },
    },
    { expression: '$roundMoney({"amount": 1500.5, "currency": "JPY"})', result: { amount: '1501', currency: 'JPY' } },
    { expression: '$roundMoney(total)', input: { total: null } },
    { expression: '$roundMoney({"amount": "1"})', error: 'BAD_ARGUMENT' },
    { expression: '$roundMoney({"amount": "1", "currency": "EUR"}, "bankers")', error: 'BAD_ARGUMENT' },
    { expression: '$roundMoney(12.5)', error: 'T0410' },
  ],
  implementation(_context, money: unknown, mode?: string, places?: number) {
    const rounding = roundingMode(mode, 'roundMoney');
    const value = toMoney(money, 'roundMoney');
    if (value === undefined) return undefined;
    const { amount, currency } = value;
    const digits = places === undefined ? minorUnitDigits(currency) : decimalPlaces(places, 'roundMoney');
    return { amount: amount.toFixed(digits, rounding), currency };
  },
} satisfies MappingFunction;
