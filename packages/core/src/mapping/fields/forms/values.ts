import type { FormKind } from './form-kind.ts';

export const values: FormKind<'values'> = {
  read: (node, reader) => (node.kind === 'array' ? { kind: 'values', items: node.items.map(reader.form) } : undefined),
  write: ({ items }, write) => `[${items.map((item) => write(item)).join(', ')}]`,
  say: ({ items }, speaker) =>
    items.length === 0 ? 'an empty list' : `a list of ${items.map(speaker.form).join(', ')}`,
};
