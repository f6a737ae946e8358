import { expect, test } from 'vitest';
import { whyNothing } from './why-nothing.ts';

const left = { hasPlace: true, sourceCount: 9, targetCount: 9, openCount: 2, rejectedCount: 0, lessCertainCount: 0 };

test.each([
  [{ hasPlace: false }, 'The text does not build an object to which a field could be added. Change the text by hand.'],
  [{ targetCount: 0 }, 'The target has no fields. Choose its shape first.'],
  [{ sourceCount: 0 }, 'The source has no fields. Choose its shape, or paste a record as a sample.'],
  [{ openCount: 0 }, 'Every field of the target is set.'],
  [{ lessCertainCount: 1 }, 'The other proposal is less certain. Choose “All” to see it.'],
  [{ lessCertainCount: 3 }, 'The other 3 proposals are less certain. Choose “All” to see them.'],
  [{ rejectedCount: 1 }, 'You have rejected the rest. It is proposed again when you open the mapping the next time.'],
  [{}, 'No source field is like one of the target fields that are still open. Choose those by hand.'],
])('%j', (more, sentence) => {
  expect(whyNothing({ ...left, ...more })).toBe(sentence);
});
