import type { ChangePage, ChangesRequest, RecordChange, SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../../kit/call-scope.ts';
import { objectOf } from '../../kit/object-manifest.ts';
import { pageSize } from '../../kit/page-size.ts';
import { advance, rangeOf } from '../../kit/watermark.ts';
import type { KantataContext } from '../context.ts';
import { kantataManifest } from '../manifest.ts';
import { toRecord } from '../record.ts';
import { markOf } from './look.ts';

const PER_PAGE = 200;
const MARK = 'updated_at';
/**
 * The filter is called “after”, and the vendor does not say whether it includes its own second. The second before is
 * therefore requested.
 */
const INCLUSIVE_MS = 1000;

/**
 * Reads records by the time of their change. Marks are whole seconds and many records share one, so a page always ends
 * between two seconds and the next one can start by time alone. Paging by number would skip records that change
 * meanwhile.
 */
export async function readChanges(
  context: KantataContext,
  request: ChangesRequest,
  scope: CallScope,
): Promise<ChangePage> {
  const object = objectOf(kantataManifest, request.object);
  if (object.changes === undefined) {
    throw new ConnectorError(`Changes of ${object.title} cannot be followed.`, { class: 'validation' });
  }
  const { from, after } = rangeOf(request.cursor, request.since, object.changes.overlapMs);
  const isNew = (mark: string): boolean =>
    after === undefined ? Date.parse(mark) >= Date.parse(from) : Date.parse(mark) > Date.parse(after.at);
  const startMs = Date.parse(after?.at ?? from) - INCLUSIVE_MS;
  const walk = {
    context,
    object,
    updatedAfter: new Date(startMs).toISOString(),
    limit: pageSize(request.limit, PER_PAGE),
    scope,
  };
  const { records, hasMore } = await readWholeSeconds(walk, isNew);
  const changes = records.map(toChange);
  const marks = changes.map(({ id, changedAt }) => ({ at: changedAt, id }));
  return { changes, cursor: advance(request.cursor, request.since, marks, hasMore), hasMore };
}

interface Walk {
  readonly context: KantataContext;
  readonly object: ObjectManifest;
  readonly updatedAfter: string;
  readonly limit: number;
  readonly scope: CallScope;
}

async function readWholeSeconds(
  { context, object, updatedAfter, limit, scope }: Walk,
  isNew: (mark: string) => boolean,
): Promise<{ records: readonly SourceRecord[]; hasMore: boolean }> {
  const collected: SourceRecord[] = [];
  for (let page = 1, seen = 0; ; page += 1) {
    const query = { updated_after: updatedAfter, order: `${MARK}:asc`, page, per_page: PER_PAGE };
    const { records, count } = await context.api.list(object.name, query, scope);
    collected.push(...records.map((raw) => toRecord(raw, object)).filter((record) => isNew(String(record[MARK]))));
    seen += records.length;
    if (seen >= count || records.length === 0) return cut(collected, limit);
    const { records: whole, hasMore } = cut(collected, limit);
    if (hasMore) return { records: whole, hasMore };
  }
}

/** The first `limit` records, and all others that share the last second. */
function cut(records: readonly SourceRecord[], limit: number): { records: readonly SourceRecord[]; hasMore: boolean } {
  const sorted = [...records].sort((a, b) => markMs(a) - markMs(b));
  const last = sorted[limit - 1];
  if (last === undefined) return { records: sorted, hasMore: false };
  const whole = sorted.filter((record) => markMs(record) <= markMs(last));
  return { records: whole, hasMore: whole.length < sorted.length };
}

function markMs(record: SourceRecord): number {
  return Date.parse(String(record[MARK]));
}

function toChange(record: SourceRecord): RecordChange {
  const change = markOf(record);
  return record['deleted_at'] === undefined ? { ...change, kind: 'upserted', record } : { ...change, kind: 'deleted' };
}
