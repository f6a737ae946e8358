import type { loadTrace } from '../runs/load-trace.ts';
import { maskedRow } from './masked-row.ts';

type Trace = Awaited<ReturnType<typeof loadTrace>>;

/**
 * Everything that happened for a business key, with the contacts in labels and sentences masked. Payloads are not read, so a
 * name there is not known as one, and the key is what is asked for.
 */
export const maskedTrace = (trace: Trace): Trace => ({
  ...trace,
  runs: trace.runs.map((row) => maskedRow(row, { texts: ['businessLabel', 'errorMessage'] })),
  events: trace.events.map((row) => maskedRow(row, { texts: ['subject'] })),
  exceptions: trace.exceptions.map((row) => maskedRow(row, { texts: ['message'] })),
  links: trace.links.map((row) => maskedRow(row, { texts: ['label'] })),
});
