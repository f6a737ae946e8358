import type { TestRun } from '../designer/read-test-run.ts';
import { maskedRow } from './masked-row.ts';

/** A test run without personal data. */
export const maskedTestRun = (run: TestRun): TestRun => ({
  ...maskedRow(run, { data: ['output'], texts: ['errorMessage'] }),
  steps: run.steps.map((step) => maskedRow(step, { data: ['input', 'output'], texts: ['errorMessage'] })),
});
