import type { Builtin } from './builtin.ts';

export const random = {
  name: 'random',
  signature: '<:n>',
  parameters: [],
  summary: 'Gives a number from 0 up to, but not including, 1; another one each time.',
  examples: [{ expression: '$random() < 1', result: true }],
  arity: 0,
  implementation() {
    return Math.random();
  },
} satisfies Builtin;
