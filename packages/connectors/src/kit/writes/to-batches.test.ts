import { expect, it } from 'vitest';
import type { StepKind } from './decide-write.ts';
import { toBatches } from './to-batches.ts';

/** `update 7` of object A, or `B:update 7` of object B. */
function batchesOf(texts: readonly string[], most: number): string[][] {
  const steps = texts.map((text, index) => {
    const [, object = 'A', kind = '', name] = /^(?:(\w):)?(\w+) ?(.*)$/.exec(text) ?? [];
    const step = { kind: kind as StepKind, effect: 'updated', record: {}, ...(name !== '' && { id: name }) } as const;
    return { index, object, step };
  });
  return toBatches(steps, () => most).map((batch) => batch.map(({ index }) => texts[index] ?? ''));
}

it.each([
  [
    'one of each object and kind',
    ['update 1', 'create', 'B:update 1', 'update 2'],
    9,
    [['update 1', 'update 2'], ['create'], ['B:update 1']],
  ],
  ['not more than the vendor takes', ['create', 'create', 'create'], 2, [['create', 'create'], ['create']]],
  ['no record twice', ['update 1', 'update 2', 'update 1'], 9, [['update 1', 'update 2'], ['update 1']]],
])('puts %s into a batch', (_what, steps, most, batches) => {
  expect(batchesOf(steps, most)).toEqual(batches);
});
