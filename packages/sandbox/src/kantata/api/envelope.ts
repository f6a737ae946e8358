import { systemError } from '../kantata-error.ts';
import type { KantataStore } from './kantata-store.ts';
import type { ListPage } from './list-query.ts';
import type { Resource } from './resource.ts';
import type { KantataRecord, ResourceKey } from './record.ts';

export type FindResource = (key: ResourceKey) => Resource;

export interface EnvelopeRequest {
  readonly resource: Resource;
  readonly page: ListPage;
  readonly query: URLSearchParams;
  readonly store: KantataStore;
  readonly findResource: FindResource;
}

type Shown = Record<string, unknown>;

/**
 * The answer to every read and write: `results` in order, and the objects by id under their collection's key. Included
 * objects are side-loaded under their own keys.
 */
export function envelope(request: EnvelopeRequest): object {
  const { resource, page, query } = request;
  const includes = associations(resource, query);
  const optional = optionalFields(resource, query);
  const collections: Record<string, Record<string, Shown>> = { [resource.key]: {} };
  for (const record of page.records) {
    const shown = showRecord(resource, record, request.store, optional);
    for (const include of includes) sideLoad(request, record, shown, include, collections);
    (collections[resource.key] ??= {})[record.id] = shown;
  }
  return {
    count: page.count,
    results: page.records.map(({ id }) => ({ key: resource.key, id })),
    ...collections,
    meta: {
      count: page.count,
      page_count: Math.ceil(page.count / page.pageSize),
      page_number: page.pageNumber,
      page_size: page.pageSize,
    },
  };
}

export function onePage(records: readonly KantataRecord[]): ListPage {
  return { records, count: records.length, pageNumber: 1, pageSize: Math.max(records.length, 20) };
}

function showRecord(
  resource: Resource,
  record: KantataRecord,
  store: KantataStore,
  optional: readonly string[] = [],
): Shown {
  const computed = resource.compute?.(record, store) ?? {};
  const keys = Object.values(resource.belongsTo ?? {}).map((each) => each.foreignKey);
  const shown: Shown = {};
  for (const name of new Set([...resource.attributes, ...keys, ...optional])) {
    shown[name] = (name in computed ? computed[name] : record[name]) ?? null;
  }
  return shown;
}

function sideLoad(
  { resource, store, findResource }: EnvelopeRequest,
  record: KantataRecord,
  shown: Shown,
  include: string,
  collections: Record<string, Record<string, Shown>>,
): void {
  const one = resource.belongsTo?.[include];
  const many = resource.hasMany?.[include];
  const target = one?.resource ?? many?.resource;
  if (target === undefined) return;
  const ids = many === undefined ? [shown[one?.foreignKey ?? '']] : many.ids(record, store);
  if (many !== undefined) shown[many.idsKey] = ids;
  const collection = (collections[target] ??= {});
  for (const id of ids) {
    const other = store.get(target, id);
    if (other !== undefined) collection[other.id] ??= showRecord(findResource(target), other, store);
  }
}

/** Kantata leaves out an association that it does not know, in silence. */
function associations(resource: Resource, query: URLSearchParams): string[] {
  const asked = names(query, 'include');
  const known = { ...resource.belongsTo, ...resource.hasMany };
  const unknown = asked.find((name) => !Object.hasOwn(known, name));
  if (unknown === undefined) return asked;
  throw systemError(501, `The stand-in does not implement the association “${unknown}” of ${resource.key}.`);
}

/** Kantata leaves out an optional field that it does not know, in silence. */
function optionalFields(resource: Resource, query: URLSearchParams): string[] {
  const asked = names(query, 'optional_fields');
  const unknown = asked.find((name) => resource.optionalFields?.includes(name) !== true);
  if (unknown === undefined) return asked;
  throw systemError(501, `The stand-in does not implement the optional field “${unknown}” of ${resource.key}.`);
}

function names(query: URLSearchParams, parameter: string): string[] {
  return (query.get(parameter) ?? '').split(',').filter((each) => each !== '');
}
