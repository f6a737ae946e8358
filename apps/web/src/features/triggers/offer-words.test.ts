import { expect, it } from 'vitest';
import { offerReasons, takenTexts, takingUpText, tooLargeText, toldText } from './offer-words.ts';

const read = { records: 0, deletions: 0, tooLarge: 0, isAsSent: false };
const sent = { ...read, isAsSent: true };

const said = (counts: typeof read) => [toldText(counts), tooLargeText(counts)];

it.each([
  [{ ...read, records: 1 }, ['1 record changed while no flow listened', undefined]],
  [
    { ...read, records: 3, deletions: 1 },
    ['3 records changed while no flow listened, 1 of them was deleted', undefined],
  ],
  [{ ...read, records: 2, deletions: 2 }, ['2 records were deleted while no flow listened', undefined]],
  [
    { ...sent, records: 2, tooLarge: 1 },
    [
      '2 events came while no flow listened',
      '1 event cannot be taken up: it is larger than 16 KB and was kept without its body; ask the sender to send it again.',
    ],
  ],
  [
    { ...sent, tooLarge: 3 },
    [
      undefined,
      '3 events cannot be taken up: they are larger than 16 KB and were kept without their body; ask the sender to send them again.',
    ],
  ],
])('an offer says what came, and what of it cannot be taken up: %j', (counts, texts) => {
  expect(said(counts)).toEqual(texts);
});

it('an offer says whether records are read, or events are taken as they were sent', () => {
  expect(takingUpText({ ...read, records: 2 })).toBe(
    'Each is read as it is now, once, and starts a run when the condition holds.',
  );
  expect(takingUpText({ ...sent, records: 2, deletions: 1 })).toBe(
    'Each is taken as it was sent, once, and starts a run when the condition holds. A deleted record starts a run with what is left of it when the condition holds.',
  );
  expect(takingUpText({ ...read, records: 2, deletions: 2 })).toBe(
    'Each deleted record starts a run with what is left of it when the condition holds.',
  );
});

it('what was taken up is told by what was taken, not by what was offered', () => {
  const each = 'Each is read as it is now, once, and starts a run when the condition holds.';
  expect([
    takenTexts({ taken: 1, deletions: 0 }, read),
    takenTexts({ taken: 1, deletions: 1 }, read),
    takenTexts({ taken: 2, deletions: 0 }, sent),
    takenTexts({ taken: 0, deletions: 0 }, sent),
  ]).toEqual([
    ['1 record taken up', each],
    ['1 record taken up', 'Each deleted record starts a run with what is left of it when the condition holds.'],
    ['2 events taken up', 'Each is taken as it was sent, once, and starts a run when the condition holds.'],
    ['0 events taken up'],
  ]);
});

it('the overview names events as such, and what cannot be taken up', () => {
  expect([
    offerReasons({ ...sent, records: 2, tooLarge: 3 }),
    offerReasons({ ...read, records: 1, deletions: 1 }),
    offerReasons({ ...sent, tooLarge: 1 }),
  ]).toEqual([
    ['2 events came while no flow listened', '3 events from before it went live cannot be taken up'],
    ['1 record was deleted while no flow listened'],
    ['1 event from before it went live cannot be taken up'],
  ]);
});
