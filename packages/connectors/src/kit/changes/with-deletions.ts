import type { ChangePage } from '@throughline/core/connector';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Follow } from '../session/system.ts';

/** Live records and deletions come from two places, so each has a position of its own. */
interface Positions {
  readonly living: string;
  readonly deleted: string;
  /**
   * While one of the two still has pages, the other waits. Otherwise it would read its last stretch again for every
   * page.
   */
  readonly waiting?: 'living' | 'deleted' | undefined;
}

/** Follows live records and deletions side by side, for vendors that keep deletions elsewhere. */
export function withDeletions(followLiving: Follow, followDeleted: Follow): Follow {
  return async (poll) => {
    const before = poll.cursor === undefined ? undefined : decodeCursor(poll.cursor, isPositions);
    const half = async (name: 'living' | 'deleted', follow: Follow): Promise<ChangePage> =>
      before?.waiting === name
        ? { changes: [], cursor: before[name], hasMore: false }
        : follow({ ...poll, cursor: before?.[name] });
    const living = await half('living', followLiving);
    const deleted = await half('deleted', followDeleted);
    return {
      changes: [...living.changes, ...deleted.changes].sort(
        (a, b) => Date.parse(a.changedAt) - Date.parse(b.changedAt),
      ),
      cursor: encodeCursor({
        living: living.cursor,
        deleted: deleted.cursor,
        ...(living.hasMore !== deleted.hasMore && { waiting: living.hasMore ? 'deleted' : 'living' }),
      } satisfies Positions),
      hasMore: living.hasMore || deleted.hasMore,
    };
  };
}

function isPositions(value: object): value is Positions {
  return (
    'living' in value && typeof value.living === 'string' && 'deleted' in value && typeof value.deleted === 'string'
  );
}
