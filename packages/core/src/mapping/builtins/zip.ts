import type { Builtin } from './builtin.ts';

export const zip = {
  name: 'zip',
  signature: '<a+>',
  parameters: ['lists…'],
  summary: 'Puts the first items of several lists together, then the second ones, as far as the shortest list goes.',
  examples: [
    {
      expression: '$zip([1, 2, 3], ["a", "b"])',
      result: [
        [1, 'a'],
        [2, 'b'],
      ],
    },
    { expression: '$zip([1, 2])', result: [[1], [2]] },
    { expression: '$zip([1, 2], missing)', input: {}, result: [] },
  ],
  arity: 0,
  implementation(run, ...lists: readonly unknown[]) {
    const arrays = lists.filter((list): list is readonly unknown[] => Array.isArray(list));
    if (arrays.length === 0 || arrays.length < lists.length) return [];
    const length = Math.min(...arrays.map((list) => list.length));
    run.checkItems(length);
    run.spend(length * lists.length);
    const rows: unknown[][] = [];
    for (let index = 0; index < length; index += 1) rows.push(arrays.map((list) => list[index]));
    return rows;
  },
} satisfies Builtin;
