import type { Builtin } from './builtin.ts';
import { spendOnText } from './spend-on-text.ts';

export const lowercase = {
  name: 'lowercase',
  signature: '<s-:s>',
  parameters: ['text'],
  summary: 'Writes a text in lower case.',
  examples: [
    { expression: '$lowercase("Halden & Pike")', result: 'halden & pike' },
    { expression: '$lowercase(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, text: string | undefined) {
    if (text === undefined) return undefined;
    spendOnText(run, text.length);
    return text.toLowerCase();
  },
} satisfies Builtin;
