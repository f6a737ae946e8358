import { expect, test } from 'vitest';
import { addTallies, tallyOfPlaywright, tallyOfVitest } from './tally.ts';

test('a runner that exits with an error but without a failed test counts as one failure', () => {
  expect(tallyOfVitest({ numPassedTests: 3, numFailedTests: 0, numPendingTests: 1 }, 1)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 1,
  });
  expect(tallyOfVitest({ numPassedTests: 3, numFailedTests: 2, numPendingTests: 0 }, 1)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 0,
  });
});

test('a test that passed only after a retry counts as failed', () => {
  const report = { stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 } };
  expect(tallyOfPlaywright(report, 0)).toEqual({ passed: 4, failed: 1, skipped: 0 });
});

test('suites add up', () => {
  expect(
    addTallies([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 5, failed: 1, skipped: 0 },
    ]),
  ).toEqual({ passed: 6, failed: 1, skipped: 2 });
});
