import type { Builtin } from './builtin.ts';

export const base64encode = {
  name: 'base64encode',
  signature: '<s-:s>',
  parameters: ['text'],
  summary: 'Writes a text in base64, one byte per character; characters beyond ÿ lose all but their last byte.',
  examples: [
    { expression: '$base64encode("user:pass")', result: 'dXNlcjpwYXNz' },
    { expression: '$base64encode(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, text: string | undefined) {
    if (text === undefined) return undefined;
    run.checkText(Math.ceil(text.length / 3) * 4);
    run.spend(text.length);
    return btoa(text.replaceAll(/[\u0100-\uffff]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) % 256)));
  },
} satisfies Builtin;
