import { decodeCursor, encodeCursor } from './cursor.ts';

/** The position of a poll of a watermark. Instants are as the vendor wrote them. */
export interface Watermark {
  /** Highest mark seen in any finished or running poll. */
  readonly high: string;
  /** The last record handed out by a poll that takes several pages. */
  readonly after?: { readonly at: string; readonly id: string } | undefined;
}

export interface WatermarkRange {
  /** Lower bound, inclusive. */
  readonly from: string;
  /** Only records beyond this one in (mark, id) order. */
  readonly after: Watermark['after'];
}

/**
 * Decides what to ask for next. A new poll begins `overlapMs` before the highest mark, because marks become visible
 * late, and at a whole second, because that is what vendors count in.
 */
export function rangeOf(cursor: string | undefined, since: string, overlapMs: number): WatermarkRange {
  const sinceMs = Date.parse(since);
  if (cursor === undefined) return { from: wholeSecond(sinceMs), after: undefined };
  const { high, after } = decodeCursor(cursor, isWatermark);
  return { from: wholeSecond(Math.max(Date.parse(high) - overlapMs, sinceMs)), after };
}

/** The cursor after a page. `marks` are those of the page in order, and `hasMore` says whether the poll continues. */
export function advance(
  cursor: string | undefined,
  since: string,
  page: readonly { readonly at: string; readonly id: string }[],
  hasMore: boolean,
): string {
  const before = cursor === undefined ? since : decodeCursor(cursor, isWatermark).high;
  const last = page.at(-1);
  const high = page.reduce((highest, { at }) => (Date.parse(at) > Date.parse(highest) ? at : highest), before);
  return encodeCursor({ high, ...(hasMore && last !== undefined && { after: { at: last.at, id: last.id } }) });
}

function wholeSecond(instantMs: number): string {
  return new Date(Math.floor(instantMs / 1000) * 1000).toISOString();
}

function isWatermark(value: object): value is Watermark {
  return 'high' in value && typeof value.high === 'string' && !Number.isNaN(Date.parse(value.high));
}
