import type { Builtin } from './builtin.ts';
import { convertUrl } from './convert-url.ts';

export const encodeUrl = {
  name: 'encodeUrl',
  signature: '<s-:s>',
  parameters: ['text'],
  summary: 'Makes a whole URL safe, leaving the characters that structure it.',
  examples: [
    { expression: '$encodeUrl("https://example.com/a b?q=ü")', result: 'https://example.com/a%20b?q=%C3%BC' },
    { expression: '$encodeUrl("\\uD800")', error: 'D3140' },
    { expression: '$encodeUrl(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, text: string | undefined) {
    return text === undefined ? undefined : convertUrl(run, 'encodeUrl', encodeURI, text);
  },
} satisfies Builtin;
