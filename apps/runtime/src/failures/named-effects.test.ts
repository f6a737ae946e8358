import { expect, it } from 'vitest';
import { namedEffects } from './named-effects.ts';

const standing = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ code: 'EFFECT_STANDS', message: `Thing ${index + 1} stands.` }));
const firstTwenty = standing(20).map(({ message }) => message);

it.each([
  ['nothing', 0, []],
  ['every one of a few', 20, firstTwenty],
  ['the first of many, and one more', 21, [...firstTwenty, 'The details of the exception name one more.']],
  ['the first of many, and how many more', 5000, [...firstTwenty, 'The details of the exception name 4980 more.']],
])('names %s', (_title, count, expected) => {
  expect(namedEffects(standing(count))).toEqual(expected);
});
