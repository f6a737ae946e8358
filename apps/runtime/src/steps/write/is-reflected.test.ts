import { describe, expect, it } from 'vitest';
import { isReflected } from './is-reflected.ts';

describe('isReflected', () => {
  it.each([
    ['the same with more beside it', { a: 1 }, { a: 1, b: 2 }, true],
    ['numbers as text', { a: '10.50' }, { a: 10.5 }, true],
    ['empty and absent', { a: null, b: '' }, {}, true],
    ['nested with more beside it', { a: { id: '2' } }, { a: { id: 2, refName: 'x' } }, true],
    ['lists of one length', { l: [{ q: 1 }] }, { l: [{ q: 1, line: 1 }] }, true],
    ['another value', { a: 1 }, { a: 2 }, false],
    ['a missing value', { a: 1 }, {}, false],
    ['a value where ours is empty', { a: null }, { a: 1 }, false],
    ['a longer list', { l: [1] }, { l: [1, 2] }, false],
    ['ids that only look alike', { a: '007' }, { a: '7x' }, false],
    ['a structure where a value should be', { a: 'x' }, { a: { id: 'x' } }, false],
  ])('%s', (_title, ours, theirs, expected) => {
    expect(isReflected(ours, theirs)).toBe(expected);
  });
});
