import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

const context = { valueMaps: {}, limits: { maxDepth: 10 }, spend: () => {}, checkText: () => {} };

test.each([
  [
    'members in order of UTF-16 units',
    { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, ö: 7 },
  ],
])('%s', (_name, value) => {
  expect(canonicalJson(value, context, 'hash')).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
  );
});

test.each([
  [[333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0], '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'],
  [{ b: undefined, a: [undefined, null, true] }, '{"a":[null,null,true]}'],
  ['\u000f\n"\\/', '"\\u000f\\n\\"\\\\/"'],
  [Object.assign([1], { isSequence: true }), '[1]'],
])('%j', (value, expected) => {
  expect(canonicalJson(value, context, 'hash')).toBe(expected);
});

test('values that are not data are refused', () => {
  expect(() => canonicalJson({ a: Number.NaN }, context, 'hash')).toThrow('$hash takes data, which NaN is not.');
});
