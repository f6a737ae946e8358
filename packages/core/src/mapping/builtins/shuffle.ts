import type { Builtin } from './builtin.ts';

export const shuffle = {
  name: 'shuffle',
  signature: '<a:a>',
  parameters: ['list'],
  summary: 'Gives the items of a list in another order each time.',
  examples: [
    { expression: '$sort($shuffle([3, 1, 2]))', result: [1, 2, 3] },
    { expression: '$shuffle(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, list: readonly unknown[] | undefined) {
    if (list === undefined || list.length <= 1) return list;
    run.spend(list.length);
    const shuffled: unknown[] = [];
    for (const item of list) {
      const place = Math.floor(Math.random() * (shuffled.length + 1));
      shuffled.push(shuffled[place]);
      shuffled[place] = item;
    }
    return shuffled;
  },
} satisfies Builtin;
