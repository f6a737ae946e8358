import { expect, test } from 'vitest';
import { entryRows } from './entry-rows.ts';

const seen = (key: string, samples: number, isPersonal = false) => ({ key, samples, isPersonal });

test('what has no entry comes first, what was never looked up last', () => {
  expect(entryRows({ DE: 1, GB: 2, CH: 3 }, [seen('FR', 4), seen('GB', 2), seen('CH', 1)])).toEqual({
    rows: [
      { key: 'FR', kind: 'gap', seen: 4 },
      { key: 'GB', kind: 'entry', seen: 2 },
      { key: 'CH', kind: 'entry', seen: 1 },
      { key: 'DE', kind: 'entry', seen: 0 },
    ],
    gaps: 1,
    hidden: 0,
    hasFallback: false,
  });
});

test('a personal value with an entry keeps its count; without one it is hidden, and nothing is said to be unused', () => {
  const values = [seen('mara@firm.example', 3, true), seen('tom@firm.example', 1, true)];
  expect(entryRows({ 'mara@firm.example': 'M', 'ann@firm.example': 'A' }, values)).toEqual({
    rows: [
      { key: 'mara@firm.example', kind: 'entry', seen: 3 },
      { key: 'ann@firm.example', kind: 'entry', seen: undefined },
    ],
    gaps: 0,
    hidden: 1,
    hasFallback: false,
  });
});

test('the fallback counts the values that have no entry of their own', () => {
  expect(entryRows({ GB: 1, '*': 0 }, [seen('FR', 4), seen('GB', 1), seen('mara@firm.example', 1, true)])).toEqual({
    rows: [
      { key: 'FR', kind: 'gap', seen: 4 },
      { key: '*', kind: 'fallback', seen: 2 },
      { key: 'GB', kind: 'entry', seen: 1 },
    ],
    gaps: 1,
    hidden: 1,
    hasFallback: true,
  });
});
