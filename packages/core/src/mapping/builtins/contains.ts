import type { Builtin } from './builtin.ts';
import { findText } from './find-text.ts';
import { textMatches } from './text-matches.ts';

export const contains = {
  name: 'contains',
  signature: '<s-(sf):b>',
  parameters: ['text', 'part'],
  summary: 'Says whether a text holds a part, or a match of a regular expression.',
  examples: [
    { expression: '$contains("Halden & Pike", "Pike")', result: true },
    { expression: '$contains("Halden & Pike", /^pike/i)', result: false },
    { expression: '$contains("Halden", missing)', input: {} },
    { expression: '$contains(missing, "a")', input: {} },
  ],
  arity: 2,
  implementation(run, text: string | undefined, part: unknown) {
    if (text === undefined || part === undefined) return undefined;
    if (typeof part === 'string') return findText(run, text, part) >= 0;
    return textMatches(run, part, text).next().done !== true;
  },
} satisfies Builtin;
