import { bindingPowerOf } from '../../syntax/operators.ts';
import type { FormOf } from '../field-form.ts';
import type { FormKind } from './form-kind.ts';

const words: Readonly<Record<FormOf<'calculation'>['operator'], string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'divided by',
  '%': 'modulo',
};

export const calculation: FormKind<'calculation'> = {
  read(node, reader) {
    if (node.kind !== 'binary' || !isArithmetic(node.operator)) return undefined;
    const { operator, left, right } = node;
    return { kind: 'calculation', operator, left: reader.form(left), right: reader.form(right) };
  },
  write({ operator, left, right }, write) {
    const power = bindingPowerOf(operator);
    return `${write(left, power - 1)} ${operator} ${write(right, power)}`;
  },
  say: ({ operator, left, right }, speaker) => `${speaker.form(left)} ${words[operator]} ${speaker.form(right)}`,
};

const isArithmetic = (operator: string): operator is FormOf<'calculation'>['operator'] => operator in words;
