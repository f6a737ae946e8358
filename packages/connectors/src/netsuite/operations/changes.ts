import type { ChangePage, ChangesRequest, RecordChange } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../../kit/call-scope.ts';
import { decodeCursor, encodeCursor } from '../../kit/cursor.ts';
import { objectOf } from '../../kit/object-manifest.ts';
import { pageSize } from '../../kit/page-size.ts';
import { advance, rangeOf } from '../../kit/watermark.ts';
import type { NetsuiteContext } from '../context.ts';
import { netsuiteManifest } from '../manifest.ts';
import { rowToRecord } from '../record.ts';
import { isAfter, markOrder, notBefore, quote, selectExpression } from '../sql.ts';
import { markOf } from './look.ts';
import { selectList } from './select-list.ts';

const DEFAULT_LIMIT = 500;
const INSTANT = { format: 'date-time' };

/** Live records and deletions come from two tables, so each has a watermark of its own. */
interface ChangeCursor {
  readonly living: string;
  readonly deleted: string;
  /**
   * While one of the two still has pages, the other waits. Otherwise it would read its last stretch again for every
   * page.
   */
  readonly waiting?: 'living' | 'deleted' | undefined;
}

interface Half {
  readonly changes: readonly RecordChange[];
  readonly cursor: string;
  readonly hasMore: boolean;
}

export async function readChanges(
  context: NetsuiteContext,
  request: ChangesRequest,
  scope: CallScope,
): Promise<ChangePage> {
  const object = objectOf(netsuiteManifest, request.object);
  if (object.changes === undefined) {
    throw new ConnectorError(`Changes of ${object.title} cannot be followed.`, { class: 'validation' });
  }
  const { overlapMs } = object.changes;
  const before = request.cursor === undefined ? undefined : decodeCursor(request.cursor, isChangeCursor);
  const poll = {
    context,
    object,
    since: request.since,
    limit: pageSize(request.limit, DEFAULT_LIMIT, object.read.pageSize),
    overlapMs,
    scope,
  };
  const living =
    before?.waiting === 'living' ? idle(before.living) : await readLiving({ ...poll, cursor: before?.living });
  const deleted =
    before?.waiting === 'deleted' ? idle(before.deleted) : await readDeleted({ ...poll, cursor: before?.deleted });
  const changes = [...living.changes, ...deleted.changes].sort(
    (a, b) => Date.parse(a.changedAt) - Date.parse(b.changedAt),
  );
  return {
    changes,
    cursor: encodeCursor({
      living: living.cursor,
      deleted: deleted.cursor,
      ...(living.hasMore !== deleted.hasMore && { waiting: living.hasMore ? 'deleted' : 'living' }),
    } satisfies ChangeCursor),
    hasMore: living.hasMore || deleted.hasMore,
  };
}

function idle(cursor: string): Half {
  return { changes: [], cursor, hasMore: false };
}

interface Poll {
  readonly context: NetsuiteContext;
  readonly object: ObjectManifest;
  readonly since: string;
  readonly limit: number;
  readonly overlapMs: number;
  readonly scope: CallScope;
  readonly cursor: string | undefined;
}

async function readLiving(poll: Poll): Promise<Half> {
  const { context, object, scope } = poll;
  const selection = await context.account.selection(object, scope);
  const mark = 'r.lastmodifieddate';
  const page = await readMarked(poll, {
    select: selectList(selection),
    from: selection.binding.from,
    where: selection.binding.where,
    mark,
    id: 'r.id',
  });
  const changes = page.items.map((row): RecordChange => {
    const record = rowToRecord(row, object, selection.fields);
    return { ...markOf(record), kind: 'upserted', record };
  });
  return toHalf(poll, changes, page.hasMore);
}

async function readDeleted(poll: Poll): Promise<Half> {
  const selection = await poll.context.account.selection(poll.object, poll.scope);
  const page = await readMarked(poll, {
    select: `r.recordid AS id, ${selectExpression('r.deleteddate', INSTANT)} AS deletedat`,
    from: 'deletedrecord r',
    where: `LOWER(r.scriptid) = ${quote(selection.binding.scriptId)}`,
    mark: 'r.deleteddate',
    id: 'r.recordid',
  });
  const changes = page.items.map((row): RecordChange => {
    const changedAt = `${String(row['deletedat'])}Z`;
    return { id: String(row['id']), kind: 'deleted', version: changedAt, changedAt };
  });
  return toHalf(poll, changes, page.hasMore);
}

interface Marked {
  readonly select: string;
  readonly from: string;
  readonly where: string | undefined;
  readonly mark: string;
  readonly id: string;
}

async function readMarked({ context, since, limit, overlapMs, scope, cursor }: Poll, table: Marked) {
  const { from, after } = rangeOf(cursor, since, overlapMs);
  const where = [
    ...(table.where === undefined ? [] : [table.where]),
    notBefore(table.mark, after === undefined ? from : after.at),
    ...(after === undefined ? [] : [isAfter(table.mark, table.id, after.at, after.id)]),
  ];
  const query = `SELECT ${table.select} FROM ${table.from} WHERE ${where.join(' AND ')} ORDER BY ${markOrder(table.mark)}, ${table.id}`;
  return context.api.suiteql(query, { limit, offset: 0 }, scope);
}

function toHalf({ cursor, since }: Poll, changes: readonly RecordChange[], hasMore: boolean): Half {
  const marks = changes.map(({ id, changedAt }) => ({ at: changedAt, id }));
  return { changes, cursor: advance(cursor, since, marks, hasMore), hasMore };
}

function isChangeCursor(value: object): value is ChangeCursor {
  return (
    'living' in value && typeof value.living === 'string' && 'deleted' in value && typeof value.deleted === 'string'
  );
}
