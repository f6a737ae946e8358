import { bindingPowerOf } from '../../syntax/operators.ts';
import { isSameSyntax } from '../same-syntax.ts';
import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import type { FieldForm, FormOf } from '../field-form.ts';
import type { FormKind, WriteForm } from './form-kind.ts';

export const firstFilled: FormKind<'first-filled'> = {
  read(node, reader) {
    const notation = notationOf(node);
    if (notation === undefined) return undefined;
    const alternatives: SyntaxNode[] = [];
    let rest = node;
    while (notationOf(rest) === notation) {
      const next = splitDefault(rest);
      if (next === undefined) break;
      alternatives.push(next[0]);
      [, rest] = next;
    }
    return { kind: 'first-filled', notation, alternatives: [...alternatives, rest].map(reader.form) };
  },
  write({ notation, alternatives }, write) {
    return alternatives
      .map((alternative, index) => {
        if (index === alternatives.length - 1) return write(alternative);
        if (notation !== 'filled-repeated')
          return `${write(alternative, bindingPowerOf('?:'))} ${notation === 'filled' ? '?:' : '??'} `;
        return repeated(alternative, write);
      })
      .join('');
  },
  say: ({ notation, alternatives }, speaker) =>
    alternatives.map(speaker.form).join(notation === 'there' ? ', or if that is missing ' : ', or if that is empty '),
};

/** True for `a ? a : b`, which `condition` leaves to this kind. */
export const isRepeated = (node: SyntaxNode): boolean => notationOf(node) === 'filled-repeated';

function repeated(alternative: FieldForm, write: WriteForm): string {
  const text = write(alternative, bindingPowerOf('?'));
  return `${text} ? ${text} : `;
}

function notationOf(node: SyntaxNode): FormOf<'first-filled'>['notation'] | undefined {
  if (node.kind === 'binary') return node.operator === '?:' ? 'filled' : node.operator === '??' ? 'there' : undefined;
  const isDefault =
    node.kind === 'conditional' && node.whenFalse !== undefined && isSameSyntax(node.condition, node.whenTrue);
  return isDefault ? 'filled-repeated' : undefined;
}

/** The first alternative and the rest. */
function splitDefault(node: SyntaxNode): [SyntaxNode, SyntaxNode] | undefined {
  if (node.kind === 'binary') return [node.left, node.right];
  if (node.kind !== 'conditional' || node.whenFalse === undefined) return undefined;
  return [node.condition, node.whenFalse];
}
