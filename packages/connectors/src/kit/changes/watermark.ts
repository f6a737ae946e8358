import type { ChangePage, RecordChange } from '@throughline/core/connector';
import { readRows } from '../session/read-rows.ts';
import type { Condition } from '../session/row-query.ts';
import type { Follow, Poll } from '../session/system.ts';
import { advance, rangeOf } from '../watermark.ts';
import { toChange } from './to-change.ts';

/**
 * Queries records in the order of (mark, id), for vendors whose queries can begin at such a position. With `deletedBy`,
 * deleted records are queried too, and that field tells them from the others.
 */
export function watermark(deletedBy?: string): Follow {
  return (poll) =>
    followMarks(poll, async (start) => {
      const { call, object, limit } = poll;
      const query = { where: [start], order: 'mark', pageSize: limit, most: limit } as const;
      const rows = await readRows(call, object, { ...query, includesDeleted: deletedBy !== undefined });
      return rows.map((record) => toChange(poll, record, deletedBy));
    });
}

/** Follows anything that has marks. `read` returns up to the poll's limit of changes from a start on, in their order. */
export async function followMarks(
  poll: Poll,
  read: (start: Condition) => Promise<readonly RecordChange[]>,
): Promise<ChangePage> {
  const { call, object, cursor, since, limit, overlapMs } = poll;
  const { from, after } = rangeOf(cursor, since, overlapMs);
  const { mark: field = '' } = call.wireOf(object);
  const changes = await read(
    after === undefined ? { test: 'not-before', field, at: from } : { test: 'after', field, ...after },
  );
  const hasMore = changes.length >= limit;
  const marks = changes.map(({ id, changedAt }) => ({ at: changedAt, id }));
  return { changes, cursor: advance(cursor, since, marks, hasMore), hasMore };
}
