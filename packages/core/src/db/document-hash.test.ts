import { expect, test } from 'vitest';
import { canonicalJson, documentHash } from './document-hash.ts';

test('canonical JSON orders keys by UTF-16 units, at every depth', () => {
  const document = {
    b: [{ z: 1, a: undefined, é: 'ü' }, null],
    a: { 10: true, 9: 1e21 },
    '€': -0,
    '\ud83d\ude00': 'x',
    '\ufb33': 'y',
  };
  expect(canonicalJson(document)).toBe(
    '{"a":{"10":true,"9":1e+21},"b":[{"z":1,"é":"ü"},null],"€":0,"\ud83d\ude00":"x","\ufb33":"y"}',
  );
});

test('the hash depends on content only', () => {
  expect(documentHash({ a: 1, b: { c: 2, d: 3 } })).toBe(documentHash({ b: { d: 3, c: 2 }, a: 1 }));
  expect(documentHash({ a: 1 })).not.toBe(documentHash({ a: '1' }));
  expect(documentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});
