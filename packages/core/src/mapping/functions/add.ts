import type { FunctionContext, MappingFunction } from './function-definition.ts';
import { fromQuantity, sharedCurrency, toQuantity, type Quantity } from './quantity.ts';
import { Decimal } from './to-decimal.ts';

export const add = {
  name: 'add',
  signature: '<x+:x>',
  parameters: ['values…'],
  summary:
    'Adds numbers and decimal texts exactly, or money of one currency; lists are added up. Missing values are ignored.',
  examples: [
    { expression: '$add(0.1, 0.2)', result: '0.3' },
    { expression: '$add("10.50", 2, "-0.25")', result: '12.25' },
    { expression: '$add(lines.amount)', input: { lines: [{ amount: '0.10' }, { amount: '0.20' }] }, result: '0.3' },
    {
      expression: '$add($money(10, "EUR"), $money("0.5", "EUR"))',
      result: { amount: '10.50', currency: 'EUR' },
    },
    { expression: '$add(lines.amount)', input: { lines: [] }, result: '0' },
    { expression: '$add(missing, 5)', input: {}, result: '5' },
    { expression: '$add($money(10, "EUR"), $money(10, "USD"))', error: 'CURRENCY_MISMATCH' },
    { expression: '$add($money(10, "EUR"), 5)', error: 'BAD_ARGUMENT' },
    { expression: '$add("ten")', error: 'BAD_ARGUMENT' },
  ],
  implementation(context, ...values: unknown[]) {
    let sum: Quantity | undefined;
    for (const value of items(context, values)) {
      const quantity = toQuantity(value, 'add');
      if (quantity === undefined) continue;
      sum = sum === undefined ? quantity : plus(sum, quantity);
    }
    return fromQuantity(sum ?? { amount: new Decimal(0), currency: undefined });
  },
} satisfies MappingFunction;

function plus(sum: Quantity, quantity: Quantity): Quantity {
  return { currency: sharedCurrency(sum, quantity, 'add'), amount: sum.amount.plus(quantity.amount) };
}

/** Lists the items of nested lists without recursion, because data may be nested deeper than the stack. */
function* items(context: FunctionContext, values: readonly unknown[]): Generator {
  const open = [values.values()];
  while (true) {
    const next = open.at(-1)?.next();
    if (next === undefined) return;
    if (next.done === true) open.pop();
    else if (Array.isArray(next.value)) {
      context.spend(next.value.length);
      open.push(next.value.values());
    } else yield next.value;
  }
}
