import { expect, test } from 'vitest';
import { sharedResult } from './shared-result.ts';

test('one check answers all concurrent callers, and a later caller checks again', async () => {
  let nowMs = 0;
  let looks = 0;
  const ask = sharedResult(
    1000,
    () => nowMs,
    () => Promise.resolve((looks += 1)),
  );
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  nowMs = 999;
  expect(await ask()).toBe(1);
  nowMs = 1000;
  expect(await ask()).toBe(2);
});
