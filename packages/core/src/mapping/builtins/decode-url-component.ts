import type { Builtin } from './builtin.ts';
import { convertUrl } from './convert-url.ts';

export const decodeUrlComponent = {
  name: 'decodeUrlComponent',
  signature: '<s-:s>',
  parameters: ['text'],
  summary: 'Gives the text behind one encoded part of a URL.',
  examples: [
    { expression: '$decodeUrlComponent("Halden%20%26%20Pike")', result: 'Halden & Pike' },
    { expression: '$decodeUrlComponent("100%")', error: 'D3140' },
    { expression: '$decodeUrlComponent(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, text: string | undefined) {
    return text === undefined ? undefined : convertUrl(run, 'decodeUrlComponent', decodeURIComponent, text);
  },
} satisfies Builtin;
