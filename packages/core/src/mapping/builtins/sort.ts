import { applyCallable } from '../engine/apply-callable.ts';
import type { Callable } from '../engine/callable.ts';
import { EvaluationFailure } from '../engine/failure.ts';
import type { Run } from '../engine/run.ts';
import type { Builtin } from './builtin.ts';
import { isNumeric } from '../engine/is-numeric.ts';
import { mergeSort } from '../engine/merge-sort.ts';

export const sort = {
  name: 'sort',
  signature: '<af?:a>',
  parameters: ['list', 'goesAfter?'],
  summary:
    'Sorts numbers or texts upwards, or any list by a function that says whether its first item goes after its second.',
  examples: [
    { expression: '$sort([3, 1, 2])', result: [1, 2, 3] },
    { expression: '$sort(["b", "a", "B"])', result: ['B', 'a', 'b'] },
    {
      expression: '$sort(lines, function($a, $b) { $a.hours < $b.hours })',
      input: { lines: [{ hours: 2 }, { hours: 8 }] },
      result: [{ hours: 8 }, { hours: 2 }],
    },
    { expression: '$sort([1, "a"])', error: 'D3070' },
    { expression: '$sort(missing)', input: {} },
  ],
  arity: 2,
  implementation(run, list: readonly unknown[] | undefined, goesAfter?: Callable) {
    if (list === undefined || list.length <= 1) return list;
    if (goesAfter === undefined) return sortedByValue(run, list);
    return mergeSort(run, list, (left, right) => Boolean(applyCallable(run, goesAfter, [left, right], null)));
  },
} satisfies Builtin;

function sortedByValue(run: Run, list: readonly unknown[]): unknown[] {
  // A partial application of $sort lets anything through.
  if (!Array.isArray(list)) throw unsortable(list);
  run.spend(list.length * Math.ceil(Math.log2(list.length)));
  // Every item is visited, because an infinite number is an error wherever it is.
  if (list.filter(isNumeric).length === list.length) {
    return (list as readonly number[]).toSorted((left, right) => left - right);
  }
  if (list.every((item) => typeof item === 'string')) {
    spendOnLongTexts(run, list);
    return list.toSorted((left, right) => (left > right ? 1 : left < right ? -1 : 0));
  }
  throw unsortable(list);
}

/** Texts with long equal beginnings take long to compare, and each text is compared about log2(n) times. */
function spendOnLongTexts(run: Run, texts: readonly string[]): void {
  let length = 0;
  for (const text of texts) length += text.length >> 6;
  run.spend(length * Math.ceil(Math.log2(texts.length)));
}

function unsortable(list: unknown): EvaluationFailure {
  return new EvaluationFailure('D3070', 'Without a function only lists of numbers or lists of texts can be sorted.', {
    value: list,
    index: 1,
  });
}
