import type { ChangePage, ChangesRequest, RecordChange, SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { CallScope } from '../../kit/call-scope.ts';
import { objectOf } from '../../kit/object-manifest.ts';
import { pageSize } from '../../kit/page-size.ts';
import { advance, rangeOf } from '../../kit/watermark.ts';
import type { SalesforceContext } from '../context.ts';
import { salesforceManifest } from '../manifest.ts';
import { toRecord } from '../record.ts';
import { buildSoql, isAfter, literal } from '../soql.ts';
import { markOf } from './look.ts';
import { selectionOf, withFreshSchema } from './select.ts';

const DEFAULT_LIMIT = 500;
const MARK = 'SystemModstamp';

/**
 * Runs one query over live and deleted records in the order of their modstamps. `queryAll` is used instead of the
 * `deleted` resource, because that resource lists a deletion and the changes before it separately, by two clocks.
 */
export async function readChanges(
  context: SalesforceContext,
  request: ChangesRequest,
  scope: CallScope,
): Promise<ChangePage> {
  const object = objectOf(salesforceManifest, request.object);
  if (object.changes === undefined) {
    throw new ConnectorError(`Changes of ${object.title} cannot be followed.`, { class: 'validation' });
  }
  const { fields } = await selectionOf(context, object, scope);
  const limit = pageSize(request.limit, DEFAULT_LIMIT, object.read.pageSize);
  const { from, after } = rangeOf(request.cursor, request.since, object.changes.overlapMs);
  const where =
    after === undefined
      ? [`${MARK} >= ${literal(from, MARK, { format: 'date-time' })}`]
      : [isAfter(MARK, after.at, after.id)];
  const soql = buildSoql({ fields, object: object.name, where, orderBy: [MARK, 'Id'], limit });
  const page = await withFreshSchema(context, () => context.api.query(soql, scope, { includeDeleted: true }));
  const rows = [...page.records];
  for (let more = page; !more.done && more.nextRecordsUrl !== undefined;) {
    more = await context.api.next(more.nextRecordsUrl, scope);
    rows.push(...more.records);
  }
  const changes = rows.map((row) => toChange(toRecord(row, object, fields)));
  const hasMore = rows.length >= limit;
  const marks = changes.map(({ id, changedAt }) => ({ at: changedAt, id }));
  return { changes, cursor: advance(request.cursor, request.since, marks, hasMore), hasMore };
}

function toChange(record: SourceRecord): RecordChange {
  const change = markOf(record);
  return record['IsDeleted'] === true ? { ...change, kind: 'deleted' } : { ...change, kind: 'upserted', record };
}
