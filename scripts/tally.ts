export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests?: number;
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/**
 * A runner that exits with an error but without a failed test (a file that does not load, an unhandled error) counts as
 * one failure.
 */
export function tallyOfVitest(report: VitestReport, exitCode: number): Tally {
  const failed = Math.max(report.numFailedTests, exitCode === 0 ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + (report.numTodoTests ?? 0) };
}

/** A test that passed only after a retry did not pass. */
export function tallyOfPlaywright({ stats }: PlaywrightReport, exitCode: number): Tally {
  const failed = Math.max(stats.unexpected + stats.flaky, exitCode === 0 ? 0 : 1);
  return { passed: stats.expected, failed, skipped: stats.skipped };
}

export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
