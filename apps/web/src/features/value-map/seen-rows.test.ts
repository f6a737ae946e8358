import { expect, test } from 'vitest';
import { gapsOf, seenUse } from './seen-rows.ts';

test('what several mappings looked up is added up, and the gaps are what has no row', () => {
  const use = seenUse([
    {
      records: 3,
      personal: 1,
      keys: [
        { key: 'GB', samples: 2 },
        { key: 'FR', samples: 1 },
      ],
    },
    {
      records: 4,
      personal: 0,
      keys: [
        { key: 'FR', samples: 3 },
        { key: 'DE', samples: 1 },
      ],
    },
  ]);
  expect(use).toEqual({
    mappings: 2,
    records: 7,
    personal: 1,
    values: [
      { key: 'FR', records: 4 },
      { key: 'GB', records: 2 },
      { key: 'DE', records: 1 },
    ],
  });
  expect(gapsOf(use, [{ key: 'GB' }, { key: 'CH' }])).toEqual([
    { key: 'FR', records: 4 },
    { key: 'DE', records: 1 },
  ]);
});
