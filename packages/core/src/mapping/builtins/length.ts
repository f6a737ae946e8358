import type { Builtin } from './builtin.ts';
import { countCharacters } from './count-characters.ts';
import { spendOnText } from './spend-on-text.ts';

export const length = {
  name: 'length',
  signature: '<s-:n>',
  parameters: ['text'],
  summary: 'Counts the characters of a text; use $count for lists.',
  examples: [
    { expression: '$length("Zürich")', result: 6 },
    { expression: '$length("👍")', result: 1 },
    { expression: '$length(missing)', input: {} },
    { expression: '$length(1)', error: 'T0410' },
  ],
  arity: 1,
  implementation(run, text: string | undefined) {
    if (text === undefined) return undefined;
    spendOnText(run, text.length);
    return countCharacters(text);
  },
} satisfies Builtin;
