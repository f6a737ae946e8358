import type { Builtin } from './builtin.ts';
import { findText } from './find-text.ts';

export const substringBefore = {
  name: 'substringBefore',
  signature: '<s-s:s>',
  parameters: ['text', 'mark'],
  summary: 'Gives the text before the first mark, or the whole text if there is none.',
  examples: [
    { expression: '$substringBefore("pat@example.com", "@")', result: 'pat' },
    { expression: '$substringBefore("pat", "@")', result: 'pat' },
    { expression: '$substringBefore(missing, "@")', input: {} },
  ],
  arity: 2,
  implementation(run, text: string | undefined, mark: string | undefined) {
    if (text === undefined) return undefined;
    // The reference looks for the word "undefined" when there is no mark.
    const at = findText(run, text, String(mark));
    return at < 0 ? text : text.slice(0, at);
  },
} satisfies Builtin;
