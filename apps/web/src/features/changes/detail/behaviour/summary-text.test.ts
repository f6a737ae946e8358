import { expect, it } from 'vitest';
import type { BehaviourReport } from '@throughline/core/mapping/behaviour';
import { originText, summaryText } from './summary-text.ts';

const report = (given: Partial<BehaviourReport>): BehaviourReport => ({
  compared: 140,
  fromTests: 20,
  different: 0,
  failInBoth: 0,
  fields: [],
  ...given,
});
const notCompared = (count: number) => [{ field: '', records: count, counts: { 'not-compared': count }, examples: [] }];

it('says on how many records outputs change, fail in both versions, or could not be compared', () => {
  expect(summaryText(report({}))).toBe('No output changes on 140 records.');
  expect(summaryText(report({ different: 14, failInBoth: 2 }))).toBe(
    'Outputs change on 14 of 140 records. Both versions fail on 2.',
  );
  expect(summaryText(report({ fields: notCompared(5) }))).toBe(
    'No output changes on 140 records. 5 could not be compared.',
  );
  expect(summaryText(report({ compared: 0, fromTests: 0, fields: notCompared(1) }))).toBe(
    'None of 1 record could be compared.',
  );
  expect(summaryText(report({ compared: 0, fromTests: 0 }))).toContain('There was nothing to compare on');
});

it('says where the records come from', () => {
  expect(originText(report({}), { leftOut: 0, recordsLeftOut: 0 })).toBe(
    'Compared on 20 saved samples and 120 records of recent runs, masked.',
  );
  expect(originText(report({ fromTests: 140 }), { leftOut: 3, recordsLeftOut: 0 })).toBe(
    'Compared on 140 saved samples. 3 saved samples beyond the limits left out.',
  );
  expect(originText(report({}), { leftOut: 1, recordsLeftOut: 2 })).toBe(
    'Compared on 20 saved samples and 120 records of recent runs, masked. 1 saved sample and 2 records beyond the limits left out.',
  );
  expect(originText(report({ compared: 0, fromTests: 0 }), { leftOut: 0, recordsLeftOut: 0 })).toBe('');
});
