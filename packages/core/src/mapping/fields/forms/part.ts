import type { FormKind } from './form-kind.ts';
import { isCallOf } from './is-call-of.ts';

/** `$match(value, /pattern/)[0].match`: what a pattern finds first in a text. */
export const part: FormKind<'part'> = {
  read(node, reader) {
    if (node.kind !== 'binary' || node.operator !== '.' || node.right.kind !== 'name') return undefined;
    const found = node.left;
    if (node.right.name !== 'match' || found.kind !== 'filter') return undefined;
    const { subject, predicate } = found;
    if (predicate.kind !== 'literal' || predicate.value !== 0 || !isCallOf(subject, 'match', 2)) return undefined;
    const [value, pattern] = subject.args;
    if (value === undefined || pattern?.kind !== 'regex' || pattern.value.flags !== '') return undefined;
    return { kind: 'part', value: reader.form(value), pattern: pattern.value.pattern };
  },
  write: ({ value, pattern }, write) => `$match(${write(value)}, /${escaped(pattern)}/)[0].match`,
  say: ({ value, pattern }, speaker) => `the part of ${speaker.form(value)} that matches “${pattern}”`,
};

/** A slash would end the pattern in the text. */
const escaped = (pattern: string): string =>
  pattern.replaceAll(/(\\.)|\//g, (found) => (found === '/' ? '\\/' : found));
