import { expect, test } from 'vitest';
import { compileMapping } from '../compile-mapping.ts';

test('an empty list that is the only thing the last step finds is the result', () => {
  const mapping = compileMapping('lines.tags');
  const evaluate = (input: unknown): unknown => mapping.evaluate(input);
  expect([
    evaluate({ lines: [{ tags: [] }] }),
    evaluate({ lines: [{ tags: [] }, { tags: [] }] }),
    evaluate({ lines: [{ tags: ['a'] }] }),
    evaluate({ lines: [{}] }),
  ]).toEqual([[], undefined, ['a'], undefined]);
});
