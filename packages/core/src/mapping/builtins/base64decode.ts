import type { Builtin } from './builtin.ts';

export const base64decode = {
  name: 'base64decode',
  signature: '<s-:s>',
  parameters: ['text'],
  summary: 'Reads base64 as one character per byte; what is not base64 is passed over.',
  examples: [
    { expression: '$base64decode("dXNlcjpwYXNz")', result: 'user:pass' },
    { expression: '$base64decode("dXNl cjpw\\nYXNz")', result: 'user:pass' },
    { expression: '$base64decode(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, text: string | undefined) {
    if (text === undefined) return undefined;
    run.spend(text.length);
    // Only the lower byte of characters beyond Latin-1 counts, as in the reference.
    const bytes = text.replaceAll(/[^\0-\xff]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) & 0xff));
    const end = bytes.indexOf('=');
    const digits = (end < 0 ? bytes : bytes.slice(0, end))
      .replaceAll('-', '+')
      .replaceAll('_', '/')
      .replaceAll(/[^A-Za-z0-9+/]+/g, '');
    // A single digit left over holds no whole byte.
    return atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits);
  },
} satisfies Builtin;
