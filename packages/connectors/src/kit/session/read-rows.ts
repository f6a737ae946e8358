import type { SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { Pager, Position } from '../pagers/pager.ts';
import type { Condition, RowQuery } from './row-query.ts';
import type { Call } from './system.ts';

/** A search that would read more pages than this is refused, because a wrong filter must not read a whole account. */
const MOST_PAGES = 50;

interface Rows {
  readonly records: readonly SourceRecord[];
  readonly next: Position | undefined;
}

/** One page of a query. Where the vendor has forgotten the place in a list, the pager may know a way back to it. */
export async function readPage(call: Call, object: ObjectManifest, query: RowQuery): Promise<Rows> {
  try {
    return await askFor(call, object, query);
  } catch (cause) {
    if (!(cause instanceof ConnectorError) || cause.class !== 'gone' || query.order !== 'id') throw cause;
    const position = query.position && pagerOf(call, object, query).resume?.(query.position);
    if (position === undefined) throw cause;
    return askFor(call, object, { ...query, position });
  }
}

async function askFor(call: Call, object: ObjectManifest, query: RowQuery): Promise<Rows> {
  const wire = call.wireOf(object);
  const pager = pagerOf(call, object, query);
  const schema = await call.schema(object);
  const { body } = await call.send(pager.ask(wire.request(call, object, query, schema), query));
  const rows = wire.rows(body, object, query);
  const kept = rows.filter((row) => wire.keeps?.(row, query) !== false);
  const next = pager.next(body, query, rows);
  if (next !== undefined && JSON.stringify(next) === JSON.stringify(query.position)) throw standsStill(call, object);
  return { records: kept.map((row) => wire.toRecord(row, object, schema)), next };
}

/** Whoever goes on from there would read the same page for ever. */
function standsStill({ manifest }: Call, object: ObjectManifest): ConnectorError {
  return new ConnectorError(`${manifest.title} gives the same page of ${object.title} as the next one.`, {
    class: 'fatal',
    vendorCode: 'SAME_PAGE',
  });
}

/** All records of a query, or its first `most`. */
export async function readRows(call: Call, object: ObjectManifest, query: RowQuery): Promise<readonly SourceRecord[]> {
  const records: SourceRecord[] = [];
  let position: Position | undefined;
  for (let pages = 1; ; pages += 1) {
    const page = await readPage(call, object, { ...query, position });
    records.push(...page.records);
    if (page.next === undefined || records.length >= (query.most ?? Number.POSITIVE_INFINITY)) return records;
    if (pages >= MOST_PAGES) throw tooMany(object, query.where);
    position = page.next;
  }
}

/** Every record that fits, in the order of the ids. */
export function readAllRows(
  call: Call,
  object: ObjectManifest,
  where: readonly Condition[],
): Promise<readonly SourceRecord[]> {
  return readRows(call, object, { where, order: 'id', pageSize: object.read.pageSize });
}

export function pagerOf(call: Call, object: ObjectManifest, query: RowQuery): Pager {
  const { pager } = call.wireOf(object);
  return typeof pager === 'function' ? pager(query) : pager;
}

function tooMany(object: ObjectManifest, where: readonly Condition[]): ConnectorError {
  return new ConnectorError(`There are too many records of ${object.title} to search; name its parent or its id.`, {
    class: 'validation',
    fields: where.map(({ field }) => field),
  });
}
