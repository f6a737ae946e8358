import type { RecordChange } from '@throughline/core/connector';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../kit/cursor.ts';
import { cursor as byCursor } from '../../kit/pagers/cursor.ts';
import { parseWire } from '../../kit/parse-wire.ts';
import type { Follow } from '../../kit/session/system.ts';

const archivedReply = z.object({ results: z.array(z.object({ id: z.string(), archivedAt: z.iso.datetime() })) });
const pager = byCursor('paging.next.after');
const MOST = 100;

/**
 * One walk through the list, which reports what is newer than `from`. `high` is the newest that was seen. A walk may be
 * interrupted for hours, and what is archived meanwhile can be on a page that it has passed, so the next walk begins at
 * `nextFrom`, which was known before this one.
 */
interface Walk {
  readonly from: string;
  /** Absent in the first walk, which the next one repeats. */
  readonly nextFrom?: string | undefined;
  readonly high: string;
  readonly after?: string | undefined;
}

/**
 * Archived records appear in no search, only in a list of their own without an order of time. Each poll walks through it,
 * one page at a time. Records leave it after 90 days.
 * https://developers.hubspot.com/docs/guides/api/crm/understanding-the-crm
 */
export const archivedRecords: Follow = async ({ call, object, cursor, since, overlapMs }) => {
  const start = new Date(Date.parse(since)).toISOString();
  const walk = cursor === undefined ? { from: start, high: start } : decodeCursor(cursor, isWalk);
  const position = walk.after === undefined ? undefined : { after: walk.after };
  const path = `/crm/v3/objects/${object.name}`;
  const list = {
    method: 'GET',
    path,
    query: { archived: true, properties: 'hs_object_id' },
    isRepeatable: true,
  } as const;
  const { body } = await call.send(pager.ask(list, { pageSize: MOST, position }));
  const { results } = parseWire(archivedReply, body, 'HubSpot', `archived ${object.name}`);
  const changes = results
    .map(({ id, archivedAt }): RecordChange => {
      const changedAt = new Date(archivedAt).toISOString();
      return { id, kind: 'deleted', version: changedAt, changedAt };
    })
    .filter(({ changedAt }) => changedAt >= walk.from);
  const high = changes.reduce((highest, { changedAt }) => (changedAt > highest ? changedAt : highest), walk.high);
  const next = pager.next(body, { pageSize: MOST }, [])?.['after'];
  if (next !== undefined) {
    return { changes, hasMore: true, cursor: encodeCursor({ ...walk, high, after: String(next) } satisfies Walk) };
  }
  const earliest = new Date(Date.parse(high) - overlapMs).toISOString();
  const nextFrom = earliest < start ? start : earliest;
  const following: Walk = { from: walk.nextFrom ?? walk.from, nextFrom, high };
  return { changes, hasMore: false, cursor: encodeCursor(following) };
};

function isWalk(value: object): value is Walk {
  return 'from' in value && 'high' in value && [value.from, value.high].every((each) => typeof each === 'string');
}
