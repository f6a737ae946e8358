import type { Builtin } from './builtin.ts';
import { formatInstant } from './format-instant.ts';

export const now = {
  name: 'now',
  signature: '<s?s?:s>',
  parameters: ['picture?', 'timezone?'],
  summary: 'Gives the instant at which the run started, the same one throughout: as ISO text, or by a picture.',
  examples: [
    { expression: '$now() = $fromMillis($millis())', result: true },
    { expression: '$now("[Y0001]-[M01]") = $fromMillis($millis(), "[Y0001]-[M01]")', result: true },
  ],
  arity: 2,
  implementation(run, picture?: string, timezone?: string) {
    return formatInstant(run, run.now, picture, timezone);
  },
} satisfies Builtin;
