import { formatInstant, recordsOf } from '../records/sobject.ts';
import type { SObject } from '../records/sobject.ts';
import { refusal } from '../salesforce-error.ts';
import { BASE, typeOfCall } from './operation.ts';
import type { ApiCall, ApiResponse, Operation } from './operation.ts';

const DAY_MS = 86_400_000;
const LONGEST_SPAN_MS = 30 * DAY_MS;
const DELETED_KEPT_MS = 15 * DAY_MS;

export const replicationOperations: readonly Operation[] = [
  { method: 'GET', path: `${BASE}/sobjects/:object/updated`, run: updated },
  { method: 'GET', path: `${BASE}/sobjects/:object/deleted`, run: deleted },
];

/** Ids created or changed in a span of time, by SystemModstamp. Deleted records are not included. */
function updated(call: ApiCall): ApiResponse {
  const span = readSpan(call, LONGEST_SPAN_MS);
  const ids = changedIn(call, span, false).map((record) => record['Id']);
  return { status: 200, body: { ids, latestDateCovered: span.latest } };
}

function deleted(call: ApiCall): ApiResponse {
  const span = readSpan(call, DELETED_KEPT_MS);
  const deletedRecords = changedIn(call, span, true).map((record) => ({
    id: record['Id'],
    deletedDate: formatInstant(String(record['SystemModstamp'])),
  }));
  const earliestDateAvailable = formatMinute(call.context.clock.nowMs() - DELETED_KEPT_MS);
  return { status: 200, body: { deletedRecords, earliestDateAvailable, latestDateCovered: span.latest } };
}

interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly latest: string;
}

/** Seconds are ignored. The span must run forward, be no longer than 30 days, and begin in what is kept. */
function readSpan(call: ApiCall, keptMs: number): Span {
  const fromMs = readMinute(call, 'start');
  const untilMs = readMinute(call, 'end');
  if (fromMs >= untilMs) throw refusal(400, 'INVALID_REPLICATION_DATE', 'startDate must be before endDate');
  if (untilMs - fromMs > LONGEST_SPAN_MS) {
    throw refusal(400, 'INVALID_REPLICATION_DATE', 'The date range specified must not exceed 30 days');
  }
  if (fromMs < Math.floor((call.context.clock.nowMs() - keptMs) / 60_000) * 60_000) {
    const days = keptMs / DAY_MS;
    throw refusal(400, 'INVALID_REPLICATION_DATE', `startDate must not be more than ${days} days ago`);
  }
  return { fromMs, untilMs, latest: formatMinute(Math.min(untilMs, call.context.clock.nowMs())) };
}

function readMinute(call: ApiCall, name: string): number {
  // A "+" that was not encoded arrives as a space.
  const text = call.query.get(name)?.replace(/ (\d{2}:?\d{2})$/, '+$1') ?? '';
  const instant = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(instant))
    throw refusal(400, 'INVALID_REPLICATION_DATE', `${name}: value is not a date and time: ${text}`);
  return Math.floor(instant / 60_000) * 60_000;
}

function changedIn(call: ApiCall, span: Span, isDeleted: boolean): SObject[] {
  return recordsOf(call.unit.state, typeOfCall(call)).filter((record) => {
    const at = Date.parse(String(record['SystemModstamp']));
    return record['IsDeleted'] === isDeleted && at >= span.fromMs && at < span.untilMs;
  });
}

function formatMinute(ms: number): string {
  return formatInstant(new Date(Math.floor(ms / 60_000) * 60_000).toISOString());
}
