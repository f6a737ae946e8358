import { badArgument } from './bad-argument.ts';
import type { MappingFunction } from './function-definition.ts';
import { minorUnitDigits } from './minor-unit-digits.ts';
import { toMoney } from './quantity.ts';
import { Decimal } from './to-decimal.ts';

export const minorUnits = {
  name: 'minorUnits',
  signature: '<(ol):n>',
  parameters: ['money'],
  summary: "An amount of money as a whole number of the currency's minor unit (cents, pence), rounded half up.",
  examples: [
    { expression: '$minorUnits($money("185.50", "GBP"))', result: 18550 },
    { expression: '$minorUnits({"amount": "1500", "currency": "JPY"})', result: 1500 },
    { expression: '$minorUnits(rate)', input: {} },
    { expression: '$minorUnits({"amount": "12"})', error: 'BAD_ARGUMENT' },
    { expression: '$minorUnits({"amount": "99999999999999999", "currency": "EUR"})', error: 'BAD_ARGUMENT' },
    { expression: '$minorUnits("12")', error: 'T0410' },
  ],
  implementation(_context, money: unknown) {
    const value = toMoney(money, 'minorUnits');
    if (value === undefined) return undefined;
    const units = value.amount.times(new Decimal(`1e${minorUnitDigits(value.currency)}`)).round();
    if (units.abs().greaterThan(Number.MAX_SAFE_INTEGER)) {
      throw badArgument('$minorUnits would give a number too large to be exact.', money);
    }
    return units.toNumber();
  },
} satisfies MappingFunction;
