import type { Builtin } from './builtin.ts';

export const millis = {
  name: 'millis',
  signature: '<:n>',
  parameters: [],
  summary: 'Gives the instant at which the run started in milliseconds since 1970, the same one throughout.',
  examples: [{ expression: '$millis() = $toMillis($now())', result: true }],
  arity: 0,
  implementation(run) {
    return run.now;
  },
} satisfies Builtin;
