import type { CallSyntax, SyntaxNode } from '../../syntax/syntax-node.ts';
import type { FormOf } from '../field-form.ts';
import type { FormKind } from './form-kind.ts';

type How = FormOf<'date'>['how'];

/** For each way, its function and the texts that it takes behind the value; the last ones may be left out. */
const ways: readonly { how: How; name: string; texts: readonly ('pattern' | 'timeZone')[]; least: number }[] = [
  { how: 'date', name: 'date', texts: ['timeZone'], least: 0 },
  { how: 'instant', name: 'instant', texts: ['timeZone'], least: 0 },
  { how: 'zone', name: 'inTimeZone', texts: ['timeZone'], least: 1 },
  { how: 'format', name: 'dateFormat', texts: ['pattern', 'timeZone'], least: 1 },
  { how: 'parse', name: 'dateParse', texts: ['pattern'], least: 1 },
];

export const date: FormKind<'date'> = {
  read(node, reader) {
    if (node.kind !== 'call') return undefined;
    const way = wayOf(node);
    const [value, ...rest] = node.args;
    if (way === undefined || value === undefined) return undefined;
    const texts = rest.flatMap(textOf);
    if (texts.length < rest.length || texts.length < way.least || texts.length > way.texts.length) return undefined;
    const named = Object.fromEntries(texts.map((text, index) => [way.texts[index], text]));
    return { kind: 'date', how: way.how, value: reader.form(value), ...named };
  },
  write(form, write) {
    const way = ways.find(({ how }) => how === form.how) ?? ways[0];
    const texts = (way?.texts ?? []).flatMap((name) => form[name] ?? []);
    return `$${way?.name}(${[write(form.value), ...texts.map((text) => JSON.stringify(text))].join(', ')})`;
  },
  say({ how, value, pattern = '', timeZone }, speaker) {
    const said = speaker.form(value);
    const zone = timeZone === undefined ? '' : ` in the time zone ${timeZone}`;
    switch (how) {
      case 'date':
        return `${said} as a date${zone}`;
      case 'instant':
        return `${said} as an instant${zone}`;
      case 'zone':
        return `${said} as clocks show it${zone}`;
      case 'format':
        return `${said} written as ${pattern}${zone}`;
      case 'parse':
        return `the date that ${said} writes as ${pattern}`;
    }
  },
};

const wayOf = ({ callee }: CallSyntax) => ways.find(({ name }) => callee.kind === 'variable' && callee.name === name);

const textOf = (node: SyntaxNode): string[] =>
  node.kind === 'literal' && typeof node.value === 'string' ? [node.value] : [];
