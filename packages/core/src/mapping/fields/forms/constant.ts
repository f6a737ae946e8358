import type { FormKind } from './form-kind.ts';

export const constant: FormKind<'constant'> = {
  read(node) {
    if (node.kind === 'literal') return { kind: 'constant', value: node.value };
    const isNegative = node.kind === 'negate' && node.operand.kind === 'literal';
    return isNegative && typeof node.operand.value === 'number'
      ? { kind: 'constant', value: -node.operand.value }
      : undefined;
  },
  write: ({ value }) => JSON.stringify(value),
  say({ value }) {
    if (typeof value === 'string') return value === '' ? 'empty text' : `“${value}”`;
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    return value === null ? 'nothing (null)' : String(value);
  },
};
