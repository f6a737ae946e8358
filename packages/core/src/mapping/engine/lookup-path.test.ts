import { expect, test } from 'vitest';
import { compileMapping } from '../compile-mapping.ts';

test('when the last step finds only an empty list, that list is the result', () => {
  const mapping = compileMapping('lines.tags');
  const evaluate = (input: unknown): unknown => mapping.evaluate(input);
  expect([
    evaluate({ lines: [{ tags: [] }] }),
    evaluate({ lines: [{ tags: [] }, { tags: [] }] }),
    evaluate({ lines: [{ tags: ['a'] }] }),
    evaluate({ lines: [{}] }),
  ]).toEqual([[], undefined, ['a'], undefined]);
});
