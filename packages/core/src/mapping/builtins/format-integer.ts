import type { Builtin } from './builtin.ts';
import { checkPicture } from './check-picture.ts';
import { readIntegerPicture } from './integer-picture.ts';
import { remembering } from './remembering.ts';
import { writeInteger } from './write-integer.ts';

export const formatInteger = {
  name: 'formatInteger',
  signature: '<n-s:s>',
  parameters: ['number', 'picture'],
  summary:
    'Writes a whole number by a picture: digits and separators, w for words, I for Roman numerals, A for letters.',
  examples: [
    { expression: '$formatInteger(2789, "#,##0")', result: '2,789' },
    { expression: '$formatInteger(123, "w")', result: 'one hundred and twenty-three' },
    { expression: '$formatInteger(21, "Ww;o")', result: 'Twenty-First' },
    { expression: '$formatInteger(1999, "I")', result: 'MCMXCIX' },
    { expression: '$formatInteger(28, "A")', result: 'AB' },
    { expression: '$formatInteger(12, "0;o")', result: '12th' },
    { expression: '$formatInteger(12, "x")', error: 'D3130' },
    { expression: '$formatInteger(missing, "0")', input: {} },
  ],
  arity: 2,
  implementation(run, number: number | undefined, picture: string | undefined) {
    if (number === undefined) return undefined;
    return writeInteger(run, Math.floor(number), pictureOf(checkPicture(run, 'formatInteger', picture)));
  },
} satisfies Builtin;

const pictureOf = remembering(readIntegerPicture);
