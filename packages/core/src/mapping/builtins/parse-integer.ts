import type { Builtin } from './builtin.ts';
import { checkPicture } from './check-picture.ts';
import { readIntegerPicture } from './integer-picture.ts';
import { readInteger } from './read-integer.ts';
import { remembering } from './remembering.ts';

export const parseInteger = {
  name: 'parseInteger',
  signature: '<s-s:n>',
  parameters: ['text', 'picture'],
  summary: 'Reads a whole number that was written by a picture, as $formatInteger writes it.',
  examples: [
    { expression: '$parseInteger("2,789", "#,##0")', result: 2789 },
    { expression: '$parseInteger("one hundred and twenty-three", "w")', result: 123 },
    { expression: '$parseInteger("MCMXCIX", "I")', result: 1999 },
    { expression: '$parseInteger("12th", "0;o")', result: 12 },
    { expression: '$parseInteger("12", "x")', error: 'D3130' },
    { expression: '$parseInteger(missing, "0")', input: {} },
  ],
  arity: 2,
  implementation(run, text: string | undefined, picture: string | undefined) {
    if (text === undefined) return undefined;
    run.spend(text.length);
    return readInteger(text, pictureOf(checkPicture(run, 'parseInteger', picture)));
  },
} satisfies Builtin;

const pictureOf = remembering(readIntegerPicture);
