import { invalidParameter, noSuchRecordType } from '../errors.ts';
import type { RecordType } from '../records/field-types.ts';
import { listFilter } from '../records/list-filter.ts';
import { createRecord, deleteRecord, requireRecord, updateRecord, upsertRecord } from '../records/record-service.ts';
import { renderRecord, renderSublist, selfLink } from '../records/render-record.ts';
import type { RenderOptions } from '../records/render-record.ts';
import { linesOf } from '../records/stored-record.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { asyncHeaderMissing, isBatch } from './batch-routes.ts';
import { pageLinks } from './page-links.ts';
import { readWriteBody, requireExternalId, typeOf } from './record-request.ts';
import type { NetSuiteApp, NetSuiteRequest, RouteContext } from './request-context.ts';
import {
  RECORD,
  booleanParameter,
  originOf,
  pageParameters,
  requireWrite,
  setParameter,
  collectionResponse,
} from './request-context.ts';

/** Records one by one: list, read, create, change, upsert by external id, delete. */
export function recordRoutes(app: NetSuiteApp, context: RouteContext): void {
  const collection = `${RECORD}/:type`;
  const instance = `${RECORD}/:type/:id`;
  app.get(collection, (c) => listRecords(c, context));
  app.get(`${collection}/`, (c) => listRecords(c, context));
  app.post(collection, async (c) => await create(c, context));
  app.post(`${collection}/`, async (c) => await create(c, context));
  app.on(['PATCH', 'PUT', 'DELETE'], collection, (c) => {
    requireWrite(context, c, typeOf(c));
    throw asyncHeaderMissing();
  });
  app.get(instance, (c) => singular(c, renderRecord(find(c, context), renderOptions(c, context))));
  app.patch(instance, async (c) => {
    const [type, body] = await readWriteBody(c, context);
    const record = updateRecord(context.store, type, find(c, context), body.values, sublistsParameter(c, type));
    return written(c, record, body.warnings);
  });
  app.put(instance, async (c) => {
    const [type, body] = await readWriteBody(c, context);
    const externalId = requireExternalId(c.req.param('id'));
    const replace = sublistsParameter(c, type);
    return written(c, upsertRecord(context.store, type, externalId, body.values, replace), body.warnings);
  });
  app.delete(instance, (c) => {
    requireWrite(context, c, typeOf(c));
    deleteRecord(context.store, find(c, context));
    return c.body(null, 204);
  });
  app.get(`${RECORD}/:type/:id/:sublist`, (c) => getSublist(c, context));
}

function listRecords(c: NetSuiteRequest, context: RouteContext): Response {
  const type = typeOf(c);
  const { limit, offset } = pageParameters(c, 1_000_000);
  const matches = listFilter(type, c.req.query('q') ?? '');
  const all = context.store.list(type.name).filter(matches);
  const page = all.slice(offset, offset + limit);
  const base = `${originOf(c)}${RECORD}/${type.name}`;
  return collectionResponse(c, {
    links: pageLinks({ url: c.req.url, limit, offset, total: all.length }),
    count: page.length,
    hasMore: offset + limit < all.length,
    items: page.map(({ id }) => ({ links: selfLink(`${base}/${id}`), id })),
    offset,
    totalResults: all.length,
  });
}

async function create(c: NetSuiteRequest, context: RouteContext): Promise<Response> {
  const type = typeOf(c);
  if (isBatch(c)) throw asyncHeaderMissing();
  const [, body] = await readWriteBody(c, context);
  return written(c, createRecord(context.store, type, body.values), body.warnings);
}

function getSublist(c: NetSuiteRequest, context: RouteContext): Response {
  const record = find(c, context);
  const name = c.req.param('sublist') ?? '';
  const field = typeOf(c).fields[name];
  if (field?.type.kind !== 'sublist') throw noSuchRecordType(name);
  const options = { ...renderOptions(c, context), expandSubResources: true };
  const url = `${originOf(c)}${RECORD}/${record.type}/${record.id}/${name}`;
  return c.json(renderSublist(field, linesOf(record.values, name), url, options));
}

function find(c: NetSuiteRequest, context: RouteContext): StoredRecord {
  return requireRecord(context.store, typeOf(c), c.req.param('id') ?? '');
}

/** Answers 204 and says where the record is, because NetSuite never answers a write with the record. */
function written(c: NetSuiteRequest, record: StoredRecord, warnings: readonly string[]): Response {
  const headers = new Headers({ Location: `${originOf(c)}${RECORD}/${record.type}/${record.id}` });
  for (const path of warnings) headers.append('Warning', `199 - "Unknown property ${path} was ignored"`);
  return new Response(null, { status: 204, headers });
}

function singular(c: NetSuiteRequest, body: object): Response {
  const headers = { 'Content-Type': 'application/vnd.oracle.resource+json; type=singular; charset=UTF-8' };
  return c.body(JSON.stringify(body), 200, headers);
}

/** The names of sublists whose lines the body replaces instead of extending. */
function sublistsParameter(c: NetSuiteRequest, type: RecordType): ReadonlySet<string> {
  return requireNames(c, 'replace', (name) => type.fields[name]?.type.kind === 'sublist');
}

function requireNames(c: NetSuiteRequest, parameter: string, isKnown: (name: string) => boolean): ReadonlySet<string> {
  const names = setParameter(c, parameter);
  const unknown = [...names].find((name) => !isKnown(name));
  if (unknown === undefined) return names;
  throw invalidParameter(parameter, `Invalid value '${unknown}' for the query parameter '${parameter}'.`);
}

function renderOptions(c: NetSuiteRequest, context: RouteContext): RenderOptions {
  const { fields: known } = typeOf(c);
  const fields = requireNames(c, 'fields', (name) => name === 'id' || Object.hasOwn(known, name.split('.')[0] ?? ''));
  return {
    store: context.store,
    baseUrl: `${originOf(c)}${RECORD}`,
    expandSubResources: booleanParameter(c, 'expandSubResources'),
    simpleEnumFormat: booleanParameter(c, 'simpleEnumFormat'),
    fields: fields.size === 0 ? undefined : fields,
  };
}
