import { EvaluationFailure } from '../engine/failure.ts';
import type { Builtin } from './builtin.ts';
import { parseInstant } from './parse-instant.ts';
import { spendOnText } from './spend-on-text.ts';

export const toMillis = {
  name: 'toMillis',
  signature: '<s-s?:n>',
  parameters: ['text', 'picture?'],
  summary: 'Reads an instant as milliseconds since 1970: ISO text, or text written by a picture.',
  examples: [
    { expression: '$toMillis("2017-11-07T15:12:37.121Z")', result: 1510067557121 },
    { expression: '$toMillis("2017-11-07")', result: 1510012800000 },
    { expression: '$toMillis("7/11/2017", "[D]/[M]/[Y]")', result: 1510012800000 },
    { expression: '$toMillis("7 Nov 2017, 3.12pm", "[D] [MNn,3-3] [Y], [h].[m][P]")', result: 1510067520000 },
    { expression: '$toMillis("tomorrow", "[D]/[M]/[Y]")' },
    { expression: '$toMillis("7/11/2017")', error: 'D3110' },
    { expression: '$toMillis("2017 15", "[Y] [m]")', error: 'D3136' },
    { expression: '$toMillis(missing)', input: {} },
  ],
  arity: 2,
  implementation(run, text: string | undefined, picture?: string) {
    if (text === undefined) return undefined;
    if (picture !== undefined) return parseInstant(run, text, picture);
    spendOnText(run, text.length);
    if (isoText.test(text)) return Date.parse(text);
    throw new EvaluationFailure('D3110', `${JSON.stringify(text)} is not an instant in ISO 8601 form.`, {
      value: text,
    });
  },
} satisfies Builtin;

const isoText = /^\d{4}(?:-[01]\d)?(?:-[0-3]\d)?(?:T[0-2]\d:[0-5]\d:[0-5]\d)?(?:\.\d+)?(?:[+-][0-2]\d:?[0-5]\d|Z)?$/;
