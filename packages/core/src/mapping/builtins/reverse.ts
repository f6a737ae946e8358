import type { Builtin } from './builtin.ts';

export const reverse = {
  name: 'reverse',
  signature: '<a:a>',
  parameters: ['list'],
  summary: 'Gives the items of a list from the last to the first.',
  examples: [
    { expression: '$reverse([1, 2, 3])', result: [3, 2, 1] },
    { expression: '$reverse("a")', result: ['a'] },
    { expression: '$reverse(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, list: readonly unknown[] | undefined) {
    if (list === undefined || list.length <= 1) return list;
    run.spend(list.length);
    return list.toReversed();
  },
} satisfies Builtin;
