import type { SourceRecord } from '@throughline/core/connector';
import type { Position } from '../pagers/pager.ts';
import { readPage } from '../session/read-rows.ts';
import type { Follow, Poll } from '../session/system.ts';
import { advance, rangeOf } from '../watermark.ts';
import { toChange } from './to-change.ts';

/**
 * For vendors that can sort by the time of the last change, but cannot begin at a position in (mark, id) order. Many
 * records share one mark, so what is handed out always ends between two marks, and the next poll starts by time alone.
 * Paging on would skip records that change meanwhile, so it is only done while a whole page shares one mark.
 */
export function wholeMarks(deletedBy?: string): Follow {
  return async (poll) => {
    const { cursor, since, overlapMs } = poll;
    const { from, after } = rangeOf(cursor, since, overlapMs);
    const firstMs = after === undefined ? Date.parse(from) : Date.parse(after.at) + 1;
    const { records, hasMore } = await readWholeMarks(poll, firstMs);
    const changes = records.map((record) => toChange(poll, record, deletedBy));
    const marks = changes.map(({ id, changedAt }) => ({ at: changedAt, id }));
    return { changes, cursor: advance(cursor, since, marks, hasMore), hasMore };
  };
}

async function readWholeMarks(
  { call, object, limit }: Poll,
  firstMs: number,
): Promise<{ records: readonly SourceRecord[]; hasMore: boolean }> {
  const { mark: field = '' } = call.wireOf(object);
  const markMs = (record: SourceRecord) => Date.parse(String(record[field]));
  const at = new Date(firstMs).toISOString();
  const collected: SourceRecord[] = [];
  let position: Position | undefined;
  for (;;) {
    const { records, next } = await readPage(call, object, {
      where: [{ test: 'not-before', field, at }],
      order: 'mark',
      pageSize: object.read.pageSize,
      position,
    });
    collected.push(...records.filter((record) => markMs(record) >= firstMs));
    const lastMs = Math.max(...records.map(markMs));
    const complete = next === undefined ? collected : collected.filter((record) => markMs(record) < lastMs);
    if (next === undefined || complete.length > 0) {
      const sorted = complete.toSorted((a, b) => markMs(a) - markMs(b));
      const end = sorted[limit - 1];
      const taken = end === undefined ? sorted : sorted.filter((record) => markMs(record) <= markMs(end));
      return { records: taken, hasMore: next !== undefined || taken.length < sorted.length };
    }
    position = next;
  }
}
