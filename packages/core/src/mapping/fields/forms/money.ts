import { isCallOf } from './is-call-of.ts';
import type { FormKind } from './form-kind.ts';

export const money: FormKind<'money'> = {
  read(node, reader) {
    if (!isCallOf(node, 'money', 2) && !isCallOf(node, 'money', 3)) return undefined;
    const [amount, currency, digits] = node.args;
    const places = digits?.kind === 'literal' && typeof digits.value === 'number' ? digits.value : undefined;
    if (amount === undefined || currency === undefined || (digits !== undefined && places === undefined))
      return undefined;
    return {
      kind: 'money',
      amount: reader.form(amount),
      currency: reader.form(currency),
      ...(places !== undefined && { places }),
    };
  },
  write: ({ amount, currency, places }, write) =>
    `$money(${write(amount)}, ${write(currency)}${places === undefined ? '' : `, ${places}`})`,
  say: ({ amount, currency, places }, speaker) =>
    `${speaker.form(amount)} as money in ${speaker.form(currency)}${places === undefined ? '' : ` with ${places} decimal places`}`,
};
