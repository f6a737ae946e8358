import { expect, test } from 'vitest';
import { noRoomFor } from './room-for-outputs.ts';

test('outputs that are kept together are counted together, with keys and values, until there is no room', () => {
  const others = {};
  expect(noRoomFor({ key: ['four'] }, others, 18)).toBe(null);
  expect(noRoomFor({ key: ['four'] }, {}, 8)).toMatchObject({ code: 'OUTPUTS_TOO_LARGE' });
  expect(noRoomFor({ key: ['four'] }, others, 18)).toBe(null);
  expect(noRoomFor(null, others, 18)).toEqual({
    code: 'OUTPUTS_TOO_LARGE',
    message:
      'What the steps up to here, or the items of this loop, give is larger than 18 characters and values. Let each of them give only what later steps use.',
    class: 'business',
    details: [],
    payload: undefined,
  });
});

test('a text that is held many times counts each time, and no more is looked at than there is room for', () => {
  let read = 0;
  const item = new Proxy({}, { ownKeys: () => ((read += 1), []) });
  const text = 'x'.repeat(10_000_000);
  const texts = Array.from({ length: 10 }, () => text);
  expect(noRoomFor(texts.slice(1), {})).toBe(null);
  expect(noRoomFor([...texts, item], {})).toMatchObject({ code: 'OUTPUTS_TOO_LARGE' });
  expect(
    noRoomFor(
      Array.from({ length: 1_000 }, () => item),
      {},
      100,
    ),
  ).toMatchObject({ code: 'OUTPUTS_TOO_LARGE' });
  expect(read).toBeLessThan(110);
});
