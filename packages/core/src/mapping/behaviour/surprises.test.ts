import { expect, test } from 'vitest';
import type { ChangedField } from './behaviour-report.ts';
import { surprisesOf, type Verdict } from './surprises.ts';

const field = (name: string, counts: ChangedField['counts']): ChangedField => ({
  field: name,
  records: 1,
  counts,
  examples: [],
});
const behaviour = (fields: readonly ChangedField[], content = 'texts') => ({
  definitionId: 'map',
  content,
  report: { compared: 1, fromTests: 1, different: 1, failInBoth: 0, fields },
});
const verdict = (given: Partial<Verdict>): Verdict => ({
  definitionId: 'map',
  field: 'taxCode',
  content: 'texts',
  effects: ['changed'],
  kind: 'accepted',
  userId: 'ben',
  ...given,
});
const statesOf = (
  fields: readonly ChangedField[],
  verdicts: readonly Verdict[],
  authors: readonly string[] = ['ana'],
) => surprisesOf([behaviour(fields)], verdicts, authors).map(({ field: name, state }) => [name, state]);

const changed = field('taxCode', { changed: 14 });

test('a changed field is open until an approver accepts or rejects it, and the last verdict counts', () => {
  expect(statesOf([changed], [])).toEqual([['taxCode', 'open']]);
  expect(statesOf([changed], [verdict({})])).toEqual([['taxCode', 'accepted']]);
  const rejected = verdict({ kind: 'rejected' });
  expect(statesOf([changed], [verdict({}), rejected])).toEqual([['taxCode', 'rejected']]);
  expect(statesOf([changed], [rejected, verdict({})])).toEqual([['taxCode', 'accepted']]);
});

test('a verdict counts for the same texts, field and effects, and for any number of records', () => {
  expect(statesOf([field('taxCode', { changed: 90 })], [verdict({})])).toEqual([['taxCode', 'accepted']]);
  expect(statesOf([field('taxCode', { changed: 90, emptied: 1 })], [verdict({})])).toEqual([['taxCode', 'open']]);
  expect(statesOf([changed], [verdict({ content: 'other texts' })])).toEqual([['taxCode', 'open']]);
  expect(statesOf([changed], [verdict({ field: 'value' })])).toEqual([['taxCode', 'open']]);
  expect(statesOf([changed], [verdict({ definitionId: 'other' })])).toEqual([['taxCode', 'open']]);
});

test('an acceptance holds when one of its effects is no longer seen, and a rejection while one of them is', () => {
  const both = verdict({ effects: ['emptied', 'changed'] });
  expect(statesOf([changed], [both])).toEqual([['taxCode', 'accepted']]);
  const rejected = verdict({ kind: 'rejected' });
  const changedAndEmptied = [field('taxCode', { emptied: 1, changed: 2 })];
  expect(statesOf([changed], [{ ...both, kind: 'rejected' }])).toEqual([['taxCode', 'rejected']]);
  expect(statesOf(changedAndEmptied, [both, rejected])).toEqual([['taxCode', 'rejected']]);
  expect(statesOf(changedAndEmptied, [rejected, verdict({})])).toEqual([['taxCode', 'rejected']]);
  expect(statesOf(changedAndEmptied, [rejected, both])).toEqual([['taxCode', 'accepted']]);
  expect(statesOf([field('taxCode', { filled: 1 })], [rejected])).toEqual([['taxCode', 'open']]);
});

test('what an author expects is a note, and what an author accepts does not count', () => {
  const note = verdict({ kind: 'expected', userId: 'ana' });
  expect(surprisesOf([behaviour([changed])], [note], ['ana'])).toEqual([
    {
      definitionId: 'map',
      field: 'taxCode',
      content: 'texts',
      effects: ['changed'],
      changed,
      state: 'open',
      verdict: undefined,
      expected: note,
    },
  ]);
  expect(statesOf([changed], [verdict({ userId: 'ana' })])).toEqual([['taxCode', 'open']]);
  expect(statesOf([changed], [verdict({ userId: 'ana', kind: 'rejected' })])).toEqual([['taxCode', 'rejected']]);
});
