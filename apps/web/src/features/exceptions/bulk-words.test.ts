import { expect, it } from 'vitest';
import { bulkWords, type ChosenException } from './bulk-words.ts';

const record: ChosenException = { id: 'record', state: 'open', targetKind: 'run' };
const report: ChosenException = { id: 'report', state: 'open', targetKind: 'nothing' };
const replaying: ChosenException = { id: 'replaying', state: 'replaying', targetKind: 'item' };

it('a bulk replay of records that can all be replayed leaves none out', () => {
  expect(bulkWords([record, { ...record, id: 'event', targetKind: 'judge' }])).toEqual({
    replayedIds: ['record', 'event'],
    replay: expect.stringMatching(/What was already delivered is not duplicated\.$/),
    resolve: 'They leave the inbox without being delivered.',
  });
});

it('a bulk replay leaves out what has no record or is being replayed, and says how many', () => {
  expect(bulkWords([record, report])).toEqual({
    replayedIds: ['record'],
    replay: expect.stringMatching(
      / 1 of the chosen is left out: it has no record to replay, or is being replayed already\.$/,
    ),
    resolve: 'They leave the inbox. 1 of them has a record, which is not delivered.',
  });
  expect(bulkWords([record, report, replaying])).toEqual({
    replayedIds: ['record'],
    replay: expect.stringMatching(
      / 2 of the chosen are left out: they have no record to replay, or are being replayed already\.$/,
    ),
    resolve: 'They leave the inbox. 2 of them have records, which are not delivered.',
  });
});

it('a bulk resolve of exceptions without a record says nothing of deliveries', () => {
  expect(bulkWords([report])).toMatchObject({
    replayedIds: [],
    resolve: 'They leave the inbox. Use this when you have compared with the systems; say what you found.',
  });
});
