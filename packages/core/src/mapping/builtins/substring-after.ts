import type { Builtin } from './builtin.ts';
import { findText } from './find-text.ts';

export const substringAfter = {
  name: 'substringAfter',
  signature: '<s-s:s>',
  parameters: ['text', 'mark'],
  summary: 'Gives the text after the first mark, or the whole text if there is none.',
  examples: [
    { expression: '$substringAfter("pat@example.com", "@")', result: 'example.com' },
    { expression: '$substringAfter("pat", "@")', result: 'pat' },
    { expression: '$substringAfter(missing, "@")', input: {} },
  ],
  arity: 2,
  implementation(run, text: string | undefined, mark: string | undefined) {
    if (text === undefined) return undefined;
    const at = findText(run, text, String(mark));
    return at < 0 ? text : text.slice(at + String(mark).length);
  },
} satisfies Builtin;
