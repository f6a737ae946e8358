import { stringify } from 'superjson';
import { describe, expect, test } from 'vitest';
import { readInput } from './read-input.ts';

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;

test('input from our own client is read correctly', () => {
  const input = { text: 'Halden & Pike 🚀', at: new Date(0), missing: undefined, list: [1, null, { deep: true }] };
  expect(readInput(JSON.parse(stringify(input)))).toEqual(input);
  const many = Array.from({ length: 5_000 }, (_, index) => (index % 2 === 0 ? undefined : new Date(index)));
  expect(readInput(JSON.parse(stringify(many)))).toEqual(many);
  const dotted = { ['1.5.'.repeat(100)]: new Date(0) };
  expect(readInput(JSON.parse(stringify(dotted)))).toEqual(dotted);
  expect(readInput(undefined)).toBe(undefined);
  expect(readInput({ json: nested(99) })).toEqual(nested(99));
});

describe('input is refused that contains', () => {
  const sent: Readonly<Record<string, unknown>> = {
    'references, each level of which doubles the work': {
      json: { a: { b: {} } },
      meta: { referentialEqualities: { a: ['a.b'] } },
    },
    'a cycle': { json: { a: null }, meta: { referentialEqualities: [['a']] } },
    'a bigint': { json: '1', meta: { values: ['bigint'] } },
    'a regular expression': { json: '/(a+)+$/', meta: { values: ['regexp'] } },
    'a class of ours': { json: {}, meta: { values: [['class', 'X']] } },
    'a map': { json: [[1, 2]], meta: { values: ['map'] } },
    'a set deep inside': { json: { a: [[]] }, meta: { values: { 'a.0': ['set'] } } },
    'the key __proto__': JSON.parse('{"json":{"a":{"__proto__":{"isAdmin":true}}}}'),
    'the key constructor': { json: { constructor: { prototype: {} } } },
    'an annotation for a prototype': JSON.parse('{"json":{},"meta":{"values":{"__proto__":["undefined"]}}}'),
    'the NUL character in a value': { json: { a: 'a\u0000b' } },
    'the NUL character in a key': { json: { 'a\u0000b': 1 } },
    'half a surrogate pair': { json: ['\ud800'] },
    'more than 100 levels': { json: nested(101) },
    'more than 5,000 annotations': {
      json: {},
      meta: { values: Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`k${index}`, ['Date']])) },
    },
    'more than 5,000 annotations side by side': { json: [], meta: { values: Array(5_001).fill('Date') } },
    'an annotation for a part more than 100 levels deep': {
      json: {},
      meta: { values: { ['a.'.repeat(60)]: { ['b.'.repeat(60)]: ['Date'] } } },
    },
    'no JSON part': [1],
    'further parts': { json: 1, more: 2 },
  };
  test.each(Object.entries(sent))('%s', (_what, input) => {
    expect(() => readInput(input)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
  });

  test('a million levels, without running out of stack', () => {
    expect(() => readInput({ json: nested(1_000_000) })).toThrow(/more than 100 levels/);
  });
});
