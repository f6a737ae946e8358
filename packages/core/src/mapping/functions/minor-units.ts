import { FunctionFailure, type MappingFunction } from './function-definition.ts';
import { minorUnitDigits } from './minor-unit-digits.ts';
import { Decimal, toDecimal } from './to-decimal.ts';

export const minorUnits = {
  name: 'minorUnits',
  signature: '<o:n>',
  parameters: ['money'],
  summary: "An amount of money as a whole number of the currency's minor unit (cents, pence), rounded half up.",
  examples: [
    { expression: '$minorUnits($money("185.50", "GBP"))', result: 18550 },
    { expression: '$minorUnits({"amount": "1500", "currency": "JPY"})', result: 1500 },
    { expression: '$minorUnits(rate)', input: {} },
    { expression: '$minorUnits({"amount": "12"})', error: 'BAD_ARGUMENT' },
  ],
  implementation(_context, money: { amount?: unknown; currency?: unknown } | undefined) {
    if (money === undefined) return undefined;
    const amount = toDecimal(money.amount, 'minorUnits');
    if (amount === undefined || typeof money.currency !== 'string') {
      throw new FunctionFailure('BAD_ARGUMENT', '$minorUnits needs money with an amount and a currency.');
    }
    return amount
      .times(new Decimal(10).pow(minorUnitDigits(money.currency)))
      .round()
      .toNumber();
  },
} satisfies MappingFunction;
