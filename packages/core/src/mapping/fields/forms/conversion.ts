import type { FormOf } from '../field-form.ts';
import { isCallOf } from './is-call-of.ts';
import type { FormKind } from './form-kind.ts';

type Target = FormOf<'conversion'>['to'];
const functions: readonly (readonly [Target, string])[] = [
  ['text', 'string'],
  ['number', 'number'],
  ['decimal', 'decimal'],
  ['yes-or-no', 'boolean'],
];
const words: Readonly<Record<Target, string>> = {
  text: 'a text',
  number: 'a number',
  decimal: 'a decimal text',
  'yes-or-no': 'yes or no',
};

export const conversion: FormKind<'conversion'> = {
  read(node, reader) {
    const [to] = functions.find(([, name]) => isCallOf(node, name, 1)) ?? [];
    const [value] = node.kind === 'call' ? node.args : [];
    return to === undefined || value === undefined ? undefined : { kind: 'conversion', to, value: reader.form(value) };
  },
  write: ({ to, value }, write) => `$${functions.find(([kind]) => kind === to)?.[1]}(${write(value)})`,
  say: ({ to, value }, speaker) => `${speaker.form(value)} as ${words[to]}`,
};
