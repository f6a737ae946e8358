import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import type { FieldForm, FieldPath, FormOf } from '../field-form.ts';
import { readPath, writePath } from './field-path.ts';
import { isCallOf } from './is-call-of.ts';
import type { FormKind, FormReader, WriteForm } from './form-kind.ts';
import { withoutBrackets } from './without-brackets.ts';

export const group: FormKind<'group'> = {
  read: (node, reader) => readNative(node, reader) ?? readListed(node, reader),
  write: (form, write) =>
    form.variables === undefined
      ? `${writePath(form.from, write)}{${write(form.by)}: ${write(form.item)}}`
      : writeListed(form, form.variables, write),
  say({ from, by, item }, speaker) {
    const made = item.kind === 'object' ? 'an item with fields of its own' : speaker.form(item);
    return `for each different ${speaker.form(by)} of ${speaker.path(from)}, ${made}`;
  },
};

/** `list{key: value}`, which gives one object. */
function readNative(node: SyntaxNode, reader: FormReader): FormOf<'group'> | undefined {
  if (node.kind !== 'group') return undefined;
  const [entry, ...more] = node.entries;
  const from = readPath(node.subject, reader);
  if (entry === undefined || more.length > 0 || from === undefined) return undefined;
  return { kind: 'group', from, by: reader.form(entry.key), item: reader.form(entry.value) };
}

/** A list of groups, as `groupText` writes it. */
function readListed(node: SyntaxNode, reader: FormReader): FormOf<'group'> | undefined {
  const [mapped] = node.kind === 'array' && node.items.length === 1 ? node.items : [];
  if (mapped === undefined || !isCallOf(mapped, 'map', 2)) return undefined;
  const [keys, lambda] = mapped.args;
  if (keys === undefined || !isCallOf(keys, 'distinct', 1) || lambda?.kind !== 'lambda') return undefined;
  const [parameter] = lambda.parameters;
  const body = lambda.body.kind === 'block' ? lambda.body.expressions : [];
  const [assigned, item] = body.length === 2 ? body : [];
  if (parameter?.kind !== 'variable' || assigned?.kind !== 'binary' || item === undefined) return undefined;
  if (assigned.operator !== ':=' || assigned.left.kind !== 'variable') return undefined;
  const { args } = keys;
  const path = args[0] && readPath(args[0], reader);
  const by = path?.at(-1);
  if (path === undefined || by === undefined || path.length < 2) return undefined;
  return {
    kind: 'group',
    from: path.slice(0, -1),
    by: { kind: 'source', path: [by] },
    item: reader.form(withoutBrackets(item)),
    variables: [`$${parameter.name}`, `$${assigned.left.name}`],
  };
}

function writeListed(
  { from, by, item }: FormOf<'group'>,
  [key, items]: readonly [string, string],
  write: WriteForm,
): string {
  const grouped = writePath(from, write);
  const shared: FieldPath = by.kind === 'source' ? [...from, ...by.path] : from;
  const same: FieldForm = { kind: 'source', path: [{ name: key }] };
  return [
    `[$map($distinct(${writePath(shared, write)}), function(${key}) {(`,
    `  ${items} := ${grouped}[${write(by)} = ${write(same)}];`,
    `  ${write(item)}`,
    `)})]`,
  ].join('\n');
}
