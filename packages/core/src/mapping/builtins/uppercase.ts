import type { Builtin } from './builtin.ts';
import { spendOnText } from './spend-on-text.ts';

export const uppercase = {
  name: 'uppercase',
  signature: '<s-:s>',
  parameters: ['text'],
  summary: 'Writes a text in upper case.',
  examples: [
    { expression: '$uppercase("gbp")', result: 'GBP' },
    { expression: '$uppercase("Straße")', result: 'STRASSE' },
    { expression: '$uppercase(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, text: string | undefined) {
    if (text === undefined) return undefined;
    spendOnText(run, text.length);
    const upper = text.toUpperCase();
    run.checkText(upper.length);
    return upper;
  },
} satisfies Builtin;
