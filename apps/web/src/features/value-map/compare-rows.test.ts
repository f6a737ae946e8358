import { expect, test } from 'vitest';
import { compareRows } from './compare-rows.ts';
import type { SeenUse } from './seen-use.ts';

const use = (values: SeenUse['values'], leftOut = 0): SeenUse => ({ mappings: 2, leftOut, samples: 9, values });
const seen = (key: string, samples: number, isPersonal = false) => ({ key, samples, isPersonal });
const rows = [{ key: 'GB' }, { key: 'CH' }, { key: 'ann@firm.example' }];

const compared = (found: SeenUse) => {
  const { gaps, hidden, seenIn } = compareRows(found, rows);
  return { gaps, hidden, seen: rows.map(({ key }) => seenIn(key)) };
};

test('a value without a row is a gap, and a row that nothing looked up was never seen', () => {
  expect(compared(use([seen('FR', 4), seen('GB', 2)]))).toEqual({ gaps: [seen('FR', 4)], hidden: 0, seen: [2, 0, 0] });
});

test('a personal value with a row keeps its count', () => {
  expect(compared(use([seen('ann@firm.example', 3, true)]))).toEqual({ gaps: [], hidden: 0, seen: [0, 0, 3] });
});

test('while values are hidden or mappings left out, no row is said to be unused', () => {
  const unknown = [undefined, undefined];
  expect(compared(use([seen('GB', 2), seen('tom@firm.example', 1, true)]))).toEqual({
    gaps: [],
    hidden: 1,
    seen: [2, ...unknown],
  });
  expect(compared(use([seen('GB', 2)], 1))).toEqual({ gaps: [], hidden: 0, seen: [2, ...unknown] });
});

test('a row for all other keys is never said to be unused', () => {
  const { seenIn } = compareRows(use([seen('FR', 1)]), [{ key: '*' }, { key: 'GB' }]);
  expect([seenIn('*'), seenIn('GB')]).toEqual([undefined, 0]);
});
