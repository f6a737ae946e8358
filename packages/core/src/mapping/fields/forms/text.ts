import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import type { FormKind } from './form-kind.ts';

/** Whatever no other kind can read. */
export const text: FormKind<'text'> = {
  read: (node, reader) => ({ kind: 'text', text: reader.text(node), reason: reasonOf(node) }),
  write: (form) => form.text,
  say: (form) => `what the text calculates: ${form.text.replaceAll(/\s+/g, ' ')}`,
};

/** Why an expression cannot be drawn, in a sentence. */
function reasonOf(node: SyntaxNode): string {
  switch (node.kind) {
    case 'call': {
      const name = node.callee.kind === 'variable' ? `$${node.callee.name}` : 'a function';
      return `It calls ${name} in a way that only the text shows.`;
    }
    case 'block':
      return 'It is a calculation of several steps.';
    case 'lambda':
      return 'It is a function.';
    case 'transform':
      return 'It changes a copy of an object.';
    case 'wildcard':
    case 'descendant':
    case 'parent':
      return 'It reads fields without naming them.';
    case 'missing':
      return 'Something is missing here.';
    case 'binary':
      return node.operator === '.'
        ? 'Its path has steps that are calculated.'
        : `It uses “${node.operator}”, which only the text shows.`;
    default:
      return 'It is written in a way that only the text shows.';
  }
}
