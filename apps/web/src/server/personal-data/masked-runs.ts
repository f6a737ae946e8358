import type { listRuns } from '../runs/list-runs.ts';
import { maskedRow } from './masked-row.ts';

type Runs = Awaited<ReturnType<typeof listRuns>>;

/** A page of runs with the contacts in their labels masked. Their payloads are not read, so a name there is not known as one. */
export const maskedRuns = (found: Runs): Runs => ({
  ...found,
  rows: found.rows.map((row) => maskedRow(row, { texts: ['businessLabel'] })),
});
