import type { RecordChange } from '@throughline/core/connector';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../kit/cursor.ts';
import { cursor as byCursor } from '../../kit/pagers/cursor.ts';
import { parseWire } from '../../kit/parse-wire.ts';
import type { Follow } from '../../kit/session/system.ts';

const archivedReply = z.object({ results: z.array(z.object({ id: z.string(), archivedAt: z.iso.datetime() })) });
const pager = byCursor('paging.next.after');
const MOST = 100;

/** One walk through the list: what is newer than `from` is reported, and `high` is where the next walk begins. */
interface Walk {
  readonly from: string;
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
    return { changes, hasMore: true, cursor: encodeCursor({ from: walk.from, high, after: String(next) }) };
  }
  const earliest = new Date(Date.parse(high) - overlapMs).toISOString();
  return { changes, hasMore: false, cursor: encodeCursor({ from: earliest < start ? start : earliest, high }) };
};

function isWalk(value: object): value is Walk {
  return 'from' in value && 'high' in value && [value.from, value.high].every((each) => typeof each === 'string');
}
