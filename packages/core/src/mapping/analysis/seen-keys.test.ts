import { expect, test } from 'vitest';
import { seenKeys } from './seen-keys.ts';

const samples = [
  { input: { Country: 'GB', Lines: [{ Kind: 1 }, { Kind: 2 }] } },
  { input: { Country: 'FR', Lines: [{ Kind: 2 }] } },
  { input: { Country: 'GB' } },
  { input: { Country: null } },
];
const text = `{
  "tax": $valueMap("tax", Country),
  "name": $required(Name, "NAME_MISSING"),
  "lines": [Lines.{ "kind": $valueMap("kind", Kind) }],
  "again": Country ~> function($c) { $valueMap("tax", $lowercase($c)) }
}`;

test('keys count by sample, even without an entry and where other fields fail', () => {
  const valueMaps = { tax: { GB: 'S' }, kind: {} };
  expect(seenKeys(text, samples, { map: 'tax', valueMaps })).toEqual([
    { key: 'GB', samples: 2 },
    { key: 'gb', samples: 2 },
    { key: 'FR', samples: 1 },
    { key: 'fr', samples: 1 },
  ]);
  expect(seenKeys(text, samples, { map: 'kind', valueMaps })).toEqual([
    { key: '2', samples: 2 },
    { key: '1', samples: 1 },
  ]);
});

test('only lookups in a part of the text count if one is named', () => {
  const start = text.indexOf('$valueMap("tax", Country)');
  const within = { start, end: start + '$valueMap("tax", Country)'.length };
  expect(seenKeys(text, samples, { map: 'tax', within }).map(({ key }) => key)).toEqual(['GB', 'FR']);
});

test('a text that cannot be parsed, or that looks up in other maps, has none', () => {
  expect(seenKeys('{ "a": $valueMap("tax", ', samples, { map: 'tax' })).toEqual([]);
  expect(seenKeys(text, samples, { map: 'other' })).toEqual([]);
});
