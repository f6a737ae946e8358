import { expect, it } from 'vitest';
import { compareTests } from './compare-tests.ts';
import { compareValueMaps } from './compare-value-maps.ts';

const map = (...entries: { key: string; value: string; note?: string }[]) => ({
  format: 1 as const,
  description: '',
  entries,
});

it('compares value maps row by row', () => {
  const kept = { key: 'GB', value: 'VAT-20' };
  const before = map(kept, { key: 'DE', value: 'VAT-19' }, { key: 'FR', value: 'VAT-20F' });
  const after = map(kept, { key: 'DE', value: 'VAT-19R' }, { key: 'CH', value: 'CH-77' });
  expect(compareValueMaps(before, after)).toEqual([
    { key: 'GB', effect: 'same', before: kept, after: kept },
    { key: 'DE', effect: 'changed', before: { key: 'DE', value: 'VAT-19' }, after: { key: 'DE', value: 'VAT-19R' } },
    { key: 'CH', effect: 'added', after: { key: 'CH', value: 'CH-77' } },
    { key: 'FR', effect: 'removed', before: { key: 'FR', value: 'VAT-20F' } },
  ]);
});

it('counts a changed note as a change, and everything of a new map as added', () => {
  const noted = { key: 'GB', value: 'VAT-20', note: 'since April' };
  expect(compareValueMaps(map({ key: 'GB', value: 'VAT-20' }), map(noted)).map(({ effect }) => effect)).toEqual([
    'changed',
  ]);
  expect(compareValueMaps(undefined, map(noted))).toEqual([{ key: 'GB', effect: 'added', after: noted }]);
});

it('compares saved tests by name', () => {
  const same = { name: 'same', input: 1, expected: 1 };
  const before = [same, { name: 'changed', input: 1, expected: 1 }, { name: 'gone', input: 1 }];
  const after = [{ name: 'new', input: 2 }, { name: 'changed', input: 1, expected: 2 }, same];
  expect(compareTests(before, after)).toEqual([
    { name: 'new', effect: 'added' },
    { name: 'changed', effect: 'changed' },
    { name: 'gone', effect: 'removed' },
  ]);
});
