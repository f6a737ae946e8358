import type { Builtin } from './builtin.ts';
import { convertUrl } from './convert-url.ts';

export const decodeUrl = {
  name: 'decodeUrl',
  signature: '<s-:s>',
  parameters: ['text'],
  summary: 'Gives the text behind an encoded URL, leaving what would change its structure.',
  examples: [
    { expression: '$decodeUrl("https://example.com/a%20b%2Fc")', result: 'https://example.com/a b%2Fc' },
    { expression: '$decodeUrl("%E0%A4%A")', error: 'D3140' },
    { expression: '$decodeUrl(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, text: string | undefined) {
    return text === undefined ? undefined : convertUrl(run, 'decodeUrl', decodeURI, text);
  },
} satisfies Builtin;
