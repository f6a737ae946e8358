import type { SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../../kit/call-scope.ts';
import { resourceOf } from '../api.ts';
import type { KantataContext } from '../context.ts';

export type Filter = Readonly<Record<string, string | number | boolean | null>>;

const PER_PAGE = 200;
/** A search that would have to compare more records than this on our side is refused. */
const MAX_PAGES = 50;

/**
 * Finds all records that match exactly. Filters that the vendor's list does not support are applied here, page by page.
 */
export async function findAll(
  context: KantataContext,
  object: ObjectManifest,
  where: Filter,
  scope: CallScope,
): Promise<readonly SourceRecord[]> {
  const query = serverFilter(object, where);
  const found: SourceRecord[] = [];
  for (let page = 1, seen = 0; ; page += 1) {
    const { records, count } = await context.api.list(object.name, { ...query, page, per_page: PER_PAGE }, scope);
    found.push(...records.filter((record) => fits(record, where)));
    seen += records.length;
    if (seen >= count || records.length === 0) return found;
    if (page >= MAX_PAGES) {
      throw new ConnectorError(`There are too many records of ${object.title} to search; name its project or its id.`, {
        class: 'validation',
        fields: Object.keys(where),
      });
    }
  }
}

/** The part of a filter that the vendor's list understands. */
export function serverFilter(object: ObjectManifest, where: Filter): Readonly<Record<string, string>> {
  const { filters } = resourceOf(object.name);
  const entries = Object.entries(where).flatMap(([name, value]): [string, string][] => {
    const parameter = filters[name];
    return parameter === undefined || value === null ? [] : [[parameter, String(value)]];
  });
  return Object.fromEntries(entries);
}

/** Ids are texts here, and sometimes numbers on the vendor's side. */
export function fits(record: SourceRecord, where: Filter): boolean {
  return Object.entries(where).every(([name, wanted]) => {
    const value = record[name] ?? null;
    if (typeof value === 'number' || typeof value === 'string') return String(value) === String(wanted);
    return value === wanted;
  });
}
