import type { Builtin } from './builtin.ts';
import { formatInstant } from './format-instant.ts';

export const fromMillis = {
  name: 'fromMillis',
  signature: '<n-s?s?:s>',
  parameters: ['millis', 'picture?', 'timezone?'],
  summary: 'Writes milliseconds since 1970 as an instant: as ISO text, or by a picture and an offset such as +0100.',
  examples: [
    { expression: '$fromMillis(1510067557121)', result: '2017-11-07T15:12:37.121Z' },
    {
      expression: '$fromMillis(1510067557121, "[D1o] [MNn] [Y0001], [h].[m01][Pn]")',
      result: '7th November 2017, 3.12pm',
    },
    {
      expression: '$fromMillis(1510067557121, "[Y0001]-[M01]-[D01]T[H01]:[m01][Z]", "-0500")',
      result: '2017-11-07T10:12-05:00',
    },
    { expression: '$fromMillis(0, "[Y")', error: 'D3135' },
    { expression: '$fromMillis(0, "[YN]")', error: 'D3133' },
    { expression: '$fromMillis(missing)', input: {} },
  ],
  arity: 3,
  implementation(run, millis: number | undefined, picture?: string, timezone?: string) {
    return millis === undefined ? undefined : formatInstant(run, millis, picture, timezone);
  },
} satisfies Builtin;
