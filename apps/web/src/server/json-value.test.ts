import { expect, test } from 'vitest';
import { jsonValue } from './json-value.ts';

test('plain data is read unchanged, except for undefined fields and negative zeros', () => {
  const data = { text: 'a', list: [1, null, { deep: true }], none: null };
  expect(jsonValue.parse({ ...data, missing: undefined, zero: -0 })).toStrictEqual({ ...data, zero: 0 });
  expect([null, 0, '', false, [], {}].map((value) => jsonValue.parse(value))).toStrictEqual([
    null,
    0,
    '',
    false,
    [],
    {},
  ]);
});

test.each<[what: string, value: unknown]>([
  ['nothing', undefined],
  ['a date', new Date(0)],
  ['a date deep inside', { a: [{ at: new Date(0) }] }],
  ['a date without a value', new Date(Number.NaN)],
  ['a number that is none', { a: Number.NaN }],
  ['a number without an end', [Number.NEGATIVE_INFINITY]],
  ['an item without a value', [1, undefined]],
  ['a map', new Map([[1, 2]])],
  ['a set', { a: new Set() }],
  ['a regular expression', /a+/],
  ['an error', new Error('x')],
  ['an address', new URL('http://127.0.0.1/')],
  ['a symbol', Symbol('x')],
  ['a bigint', 1n],
  ['bytes', new Uint8Array(2)],
])('%s is refused', (_what, value) => {
  expect(jsonValue.safeParse(value).success).toBe(false);
});
