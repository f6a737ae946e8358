import { expect, test } from 'vitest';
import { seenUse } from './seen-use.ts';

const seen = (key: string, samples: number, isPersonal = false) => ({ key, samples, isPersonal });

test('what several mappings looked up is added up', () => {
  expect(
    seenUse([
      { samples: 3, isComplete: true, values: [seen('GB', 2), seen('FR', 1), seen('Mara', 1, true)] },
      { samples: 4, isComplete: true, values: [seen('FR', 3), seen('DE', 1), seen('Mara', 2), seen('Tom', 1, true)] },
    ]),
  ).toEqual({
    mappings: 2,
    leftOut: 0,
    samples: 7,
    values: [seen('FR', 4), seen('Mara', 3), seen('GB', 2), seen('DE', 1), seen('Tom', 1, true)],
  });
});

test('mappings of which not everything could be looked at are counted', () => {
  expect(seenUse([undefined, { samples: 1, isComplete: false, values: [seen('GB', 1)] }, undefined])).toEqual({
    mappings: 3,
    leftOut: 3,
    samples: 1,
    values: [seen('GB', 1)],
  });
  expect(seenUse([])).toEqual({ mappings: 0, leftOut: 0, samples: 0, values: [] });
});
