import type { Builtin } from './builtin.ts';

export const trim = {
  name: 'trim',
  signature: '<s-:s>',
  parameters: ['text'],
  summary:
    'Takes the blanks off both ends of a text and turns runs of blanks, tabs and line ends inside into one blank.',
  examples: [
    { expression: '$trim("  Halden \\t &\\n Pike ")', result: 'Halden & Pike' },
    { expression: '$trim("   ")', result: '' },
    { expression: '$trim(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, text: string | undefined) {
    if (text === undefined) return undefined;
    run.spend(text.length >> 1);
    const single = text.replaceAll(/[ \t\n\r]+/g, ' ');
    const start = single.startsWith(' ') ? 1 : 0;
    const end = single.length > start && single.endsWith(' ') ? single.length - 1 : single.length;
    return single.slice(start, end);
  },
} satisfies Builtin;
