import type { Builtin } from './builtin.ts';
import { convertUrl } from './convert-url.ts';

export const encodeUrlComponent = {
  name: 'encodeUrlComponent',
  signature: '<s-:s>',
  parameters: ['text'],
  summary: 'Makes a text safe for one part of a URL, such as the value of a parameter.',
  examples: [
    { expression: '$encodeUrlComponent("Halden & Pike")', result: 'Halden%20%26%20Pike' },
    { expression: '$encodeUrlComponent("\\uD800")', error: 'D3140' },
    { expression: '$encodeUrlComponent(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, text: string | undefined) {
    return text === undefined ? undefined : convertUrl(run, 'encodeUrlComponent', encodeURIComponent, text);
  },
} satisfies Builtin;
