import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import type { Aggregate, FormOf } from '../field-form.ts';
import { isCallOf } from './is-call-of.ts';
import type { FormKind, FormReader } from './form-kind.ts';

const functions = ['sum', 'add', 'min', 'max', 'average', 'count', 'join'] as const satisfies readonly Aggregate[];

export const aggregate: FormKind<'aggregate'> = {
  read(node, reader) {
    if (node.kind === 'filter') return readPick(node, reader);
    const how = functions.find((name) => isCallOf(node, name, 1));
    const [list, separator] = node.kind === 'call' ? node.args : [];
    if (list === undefined) return undefined;
    if (how !== undefined) return { kind: 'aggregate', how, list: reader.form(list) };
    const isJoined = isCallOf(node, 'join', 2) && separator?.kind === 'literal' && typeof separator.value === 'string';
    return isJoined
      ? { kind: 'aggregate', how: 'join', list: reader.form(list), separator: separator.value }
      : undefined;
  },
  write({ how, list, separator }, write) {
    switch (how) {
      case 'first':
        return `(${write(list)})[0]`;
      case 'last':
        return `(${write(list)})[-1]`;
      case 'earliest':
        return `$sort(${write(list)})[0]`;
      case 'latest':
        return `$sort(${write(list)})[-1]`;
      default:
        return `$${how}(${write(list)}${separator === undefined ? '' : `, ${JSON.stringify(separator)}`})`;
    }
  },
  say({ how, list, separator }, speaker) {
    const said = speaker.form(list);
    if (how === 'join') return separator === undefined ? `${said} joined` : `${said} joined by “${separator}”`;
    return `${words[how]} ${said}`;
  },
};

const words: Readonly<Record<Exclude<Aggregate, 'join'>, string>> = {
  sum: 'the sum of',
  add: 'the exact sum of',
  min: 'the smallest of',
  max: 'the largest of',
  average: 'the average of',
  count: 'the number of',
  first: 'the first of',
  last: 'the last of',
  earliest: 'the earliest of',
  latest: 'the latest of',
};

/** `(list)[0]` and `$sort(list)[-1]`. */
function readPick(
  { subject, predicate }: Extract<SyntaxNode, { kind: 'filter' }>,
  reader: FormReader,
): FormOf<'aggregate'> | undefined {
  const isFirst = predicate.kind === 'literal' && predicate.value === 0;
  const isLast = predicate.kind === 'negate' && predicate.operand.kind === 'literal' && predicate.operand.value === 1;
  if (!isFirst && !isLast) return undefined;
  const [list] = subject.kind === 'block' && subject.expressions.length === 1 ? subject.expressions : [];
  if (list !== undefined) return { kind: 'aggregate', how: isFirst ? 'first' : 'last', list: reader.form(list) };
  const [sorted] = isCallOf(subject, 'sort', 1) ? subject.args : [];
  if (sorted === undefined) return undefined;
  return { kind: 'aggregate', how: isFirst ? 'earliest' : 'latest', list: reader.form(sorted) };
}
