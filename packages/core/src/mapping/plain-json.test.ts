import { describe, expect, test } from 'vitest';
import { emptySequence, sequenceOf } from './engine/value.ts';
import { PlainJsonError, toPlainJson } from './plain-json.ts';

function problemOf(value: unknown, limits?: Parameters<typeof toPlainJson>[1]): unknown {
  try {
    return { value: toPlainJson(value, limits) };
  } catch (error) {
    if (!(error instanceof PlainJsonError)) throw error;
    return { code: error.code, pointer: error.pointer };
  }
}

test('plain values are returned without being copied', () => {
  const value = { a: [1, 'x', true, null, { b: [] }], c: {} };
  expect(toPlainJson(value)).toBe(value);
  expect(['x', 0, -0, false, null, undefined].map((each) => toPlainJson(each))).toEqual([
    'x',
    0,
    -0,
    false,
    null,
    undefined,
  ]);
});

test('only parts that are not plain are copied, and the rest is shared', () => {
  const shared = { list: [1, 2] };
  const value = { keep: shared, nothing: undefined, deep: { items: sequenceOf(shared) } };
  const plain = toPlainJson(value) as { keep: unknown; deep: { items: unknown[] } };
  expect(plain).toStrictEqual({ keep: { list: [1, 2] }, deep: { items: [{ list: [1, 2] }] } });
  expect(plain.keep).toBe(shared);
  expect(plain.deep.items[0]).toBe(shared);
  expect(Object.keys(value)).toEqual(['keep', 'nothing', 'deep']);
});

test('lists lose the engine’s marks, and their holes and undefined items become null', () => {
  const list = Object.assign(emptySequence(), [1, undefined, [undefined]]);
  const plain = toPlainJson(list);
  expect(plain).toStrictEqual([1, null, [null]]);
  expect(Reflect.ownKeys(plain as object)).toEqual(['0', '1', '2', 'length']);
});

test('objects without a prototype or with a special one become ordinary objects', () => {
  const bare = Object.assign(Object.create(null) as object, { a: 1 });
  class Point {
    readonly x = 1;
  }
  expect(toPlainJson([bare, new Point()])).toStrictEqual([{ a: 1 }, { x: 1 }]);
});

describe('refused', () => {
  test.each<[name: string, value: unknown, problem: object]>([
    ['functions', { a: [() => 1] }, { code: 'RESULT_NOT_JSON', pointer: '/a/0' }],
    ['numbers that are not finite', [{ 'a/b~c': NaN }], { code: 'RESULT_NOT_JSON', pointer: '/0/a~1b~0c' }],
    ['big integers', 1n, { code: 'RESULT_NOT_JSON', pointer: '' }],
    [
      'keys that reach a prototype',
      { a: JSON.parse('{"__proto__": 1}') },
      { code: 'UNSAFE_KEY', pointer: '/a/__proto__' },
    ],
    ['the key constructor', { constructor: 1 }, { code: 'UNSAFE_KEY', pointer: '/constructor' }],
  ])('%s', (_name, value, problem) => {
    expect(problemOf(value)).toEqual(problem);
  });

  test('more values than allowed, counting a shared value each time', () => {
    const leaf = [1, 2, 3];
    expect(problemOf([leaf, leaf], { maxResultSize: 9 })).toEqual({ value: [leaf, leaf] });
    expect(problemOf([leaf, leaf], { maxResultSize: 8 })).toEqual({ code: 'RESULT_TOO_LARGE', pointer: '/1/2' });
  });

  test('more characters than allowed, counting keys, and a shared text each time', () => {
    const leaf = { key: 'four' };
    expect(problemOf([leaf, leaf], { maxResultLength: 14 })).toEqual({ value: [leaf, leaf] });
    expect(problemOf([leaf, leaf], { maxResultLength: 13 })).toEqual({ code: 'RESULT_TOO_LARGE', pointer: '/1/key' });
    expect(problemOf(['four', leaf], { maxResultLength: 6 })).toEqual({ code: 'RESULT_TOO_LARGE', pointer: '/1/key' });
  });

  test('a long key is cut in the sentence', () => {
    const value = { ['k'.repeat(1_000)]: 1 };
    expect(() => toPlainJson(value, { maxResultLength: 999 })).toThrow(
      `With the text at /${'k'.repeat(100)}…, the result holds more than 999 characters. Give fewer or shorter texts.`,
    );
  });
});
