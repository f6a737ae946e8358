import type { listRuns } from '../runs/list-runs.ts';
import { maskedRow } from './masked-row.ts';

type Runs = Awaited<ReturnType<typeof listRuns>>;

/** A page of runs without personal data. */
export const maskedRuns = (found: Runs): Runs => ({
  ...found,
  rows: found.rows.map((row) => maskedRow(row, { texts: ['businessLabel'] })),
});
