import { systemError } from '../kantata-error.ts';
import type { KantataStore } from './kantata-store.ts';
import { plainText } from './plain-text.ts';
import type { Resource } from './resource.ts';
import type { KantataRecord } from './record.ts';

export interface ListPage {
  readonly records: readonly KantataRecord[];
  /** Parameters that apply to the query as a whole rather than to one field. */
  readonly count: number;
  readonly pageNumber: number;
  readonly pageSize: number;
}

const MAX_PER_PAGE = 200;
const DEFAULT_PER_PAGE = 20;

/** Filters, sorts and pages the records of an index request. */
export function listQuery(resource: Resource, query: URLSearchParams, store: KantataStore): ListPage {
  resource.requireQuery?.(query);
  const matching = store
    .all(resource.key)
    .filter((record) => resource.unlisted?.isVisible(record, query, store) ?? true)
    .filter((record) => isWanted(resource, record, query, store))
    .filter((record) => matchesSearch(resource, record, query, store));
  const ordered = matching.toSorted(ordering(resource, query, store));
  const { offset, size, number } = window(query);
  return {
    records: ordered.slice(offset, offset + size),
    count: ordered.length,
    pageNumber: number,
    pageSize: size,
  };
}

/** Applies the default filter, the endpoint's own filters, ids, and the date filters that all endpoints share. */
export function isWanted(
  resource: Resource,
  record: KantataRecord,
  query: URLSearchParams,
  store: KantataStore,
): boolean {
  if (resource.hidden?.isVisible(record, query, store) === false) return false;
  const only = query.get('only');
  if (only !== null && !only.split(',').includes(record.id)) return false;
  for (const [name, filter] of Object.entries(resource.filters)) {
    const value = query.get(name);
    if (value !== null && value !== '' && !filter(record, value, store)) return false;
  }
  return (
    isAfter(record['updated_at'], query.get('updated_after')) &&
    isAfter(record['created_at'], query.get('created_after')) &&
    isBefore(record['updated_at'], query.get('updated_before')) &&
    isBefore(record['created_at'], query.get('created_before'))
  );
}

/** Finds records with at least one of the words. Kantata can also search single fields (`title:'x'`); that is missing. */
function matchesSearch(
  { searchText }: Resource,
  record: KantataRecord,
  query: URLSearchParams,
  store: KantataStore,
): boolean {
  const search = query.get('search');
  if (search === null || search === '' || searchText === undefined) return true;
  if (/\w+:'/.test(search)) throw systemError(501, 'The stand-in does not implement the search in single fields.');
  const text = searchText(record, store).toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word !== '' && text.includes(word));
}

/** Reads `order=field:direction`. Kantata answers a field that it cannot sort by in its default order, in silence. */
function ordering(
  resource: Resource,
  query: URLSearchParams,
  store: KantataStore,
): (a: KantataRecord, b: KantataRecord) => number {
  const [asked = '', direction = 'asc', ...rest] = (query.get('order') ?? resource.defaultOrder).split(':');
  const attribute = resource.orderBy[asked];
  if (attribute === undefined || rest.length > 0 || !/^(?:asc|desc)$/i.test(direction)) {
    throw systemError(501, `The stand-in does not implement the order “${String(query.get('order'))}” here.`);
  }
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
  const key = (record: KantataRecord): unknown => ({ ...record, ...resource.compute?.(record, store) })[attribute];
  return (a, b) => sign * compare(key(a), key(b)) || sign * (Number(a.id) - Number(b.id));
}

/** Empty values sort first, numbers by size and texts by code unit. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [plainText(a), plainText(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * `limit` and `offset` together take precedence over `page` and `per_page`. A page size above 200 is silently reduced
 * to 200.
 */
function window(query: URLSearchParams): { offset: number; size: number; number: number } {
  const limit = positive(query.get('limit'));
  const offset = query.get('offset');
  if (limit !== undefined && offset !== null && /^\d+$/.test(offset)) {
    const size = Math.min(limit, MAX_PER_PAGE);
    return { offset: Number(offset), size, number: Math.floor(Number(offset) / size) + 1 };
  }
  const size = Math.min(positive(query.get('per_page')) ?? DEFAULT_PER_PAGE, MAX_PER_PAGE);
  const number = positive(query.get('page')) ?? 1;
  return { offset: (number - 1) * size, size, number };
}

function positive(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

function isAfter(value: unknown, bound: string | null): boolean {
  return bound === null || bound === '' || instant(value) >= instant(bound);
}

function isBefore(value: unknown, bound: string | null): boolean {
  return bound === null || bound === '' || instant(value) <= instant(bound);
}

/** A plus sign in an unescaped query arrives as a space. */
export function instant(value: unknown): number {
  const ms = Date.parse(String(value).replace(/ (\d\d:\d\d)$/, '+$1'));
  if (Number.isNaN(ms)) throw systemError(400, `${JSON.stringify(value)} is not an ISO 8601 date.`);
  return ms;
}
