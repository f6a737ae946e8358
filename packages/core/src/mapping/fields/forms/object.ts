import { objectOf } from '../../syntax/object-of.ts';
import type { FormKind } from './form-kind.ts';

/** Objects, and calculations of several steps that end in one. */
export const object: FormKind<'object'> = {
  read(node, reader) {
    const canBeOne = node.kind === 'object' || (node.kind === 'block' && node.expressions.length > 1);
    const isOne = canBeOne && objectOf({ node, bindings: undefined })?.each === undefined;
    return isOne && objectOf({ node, bindings: undefined }) !== undefined
      ? { kind: 'object', text: reader.text(node) }
      : undefined;
  },
  write: ({ text }) => text,
  say: () => 'an object with fields of its own',
};
