import type { Context, Hono } from 'hono';
import type { SandboxEnv } from '../../kit/system.ts';
import { envelope, onePage } from '../api/envelope.ts';
import { parseForm } from '../api/form-body.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { isWanted, listQuery } from '../api/list-query.ts';
import type { Resource } from '../api/resource.ts';
import type { KantataRecord } from '../api/record.ts';
import { createRecords, deleteRecord, inputOf, inputsOf, updateRecord } from '../api/write-record.ts';
import type { Writer } from '../api/write-record.ts';
import type { Identity } from '../auth.ts';
import { notFound, systemError } from '../kantata-error.ts';
import { RESOURCES, findResource } from '../resources/all-resources.ts';
import { createOrUpdateReference } from '../resources/external-references.ts';

export const API = '/api/v1';

type Request = Context<SandboxEnv>;

export interface ResourceRoutesContext {
  readonly store: KantataStore;
  readonly identities: WeakMap<globalThis.Request, Identity>;
}

/** The routes of one endpoint. `.json` at the end of a path is optional. */
export function resourceRoutes(app: Hono<SandboxEnv>, resource: Resource, context: ResourceRoutesContext): void {
  const has = (operation: Resource['operations'][number]): boolean => resource.operations.includes(operation);
  const { store } = context;
  for (const path of collectionPaths(resource)) {
    if (has('index')) app.get(path, (c) => answerList(c, resource, store));
    if (has('create')) {
      app.post(path, async (c) => {
        const body = await bodyOf(c);
        const inputs = inputsOf(resource, body).map((input) => withQuery(c, resource, input));
        const records = createRecords(writer(c, context), resource, inputs);
        return answer(c, resource, store, records, wishesOf(c, body));
      });
    }
  }
  const path = instancePath(resource);
  if (has('show')) app.get(path, (c) => answer(c, resource, store, [requireShown(c, resource, store)]));
  if (has('update')) {
    app.put(path, async (c) => {
      const body = await bodyOf(c);
      const record = requireLiving(c, resource, store);
      const updated = updateRecord(writer(c, context), resource, record, inputOf(resource, body));
      return answer(c, resource, store, [updated], wishesOf(c, body));
    });
  }
  if (has('delete')) {
    app.delete(path, (c) => {
      deleteRecord(writer(c, context), resource, requireLiving(c, resource, store));
      return c.body(null, 204);
    });
  }
}

/** Writes a reference on its own: the one of that record and service is changed, or made. */
export function referenceRoutes(app: Hono<SandboxEnv>, context: ResourceRoutesContext): void {
  const resource = RESOURCES.external_references;
  for (const path of CREATE_OR_UPDATE_PATHS) {
    app.post(path, async (c) => {
      const body = await bodyOf(c);
      const written = createOrUpdateReference(writer(c, context), inputOf(resource, body));
      return answer(c, resource, context.store, [written]);
    });
  }
}

export const CREATE_OR_UPDATE_PATHS = [
  `${API}/external_references/create_or_update`,
  `${API}/external_references/create_or_update.json`,
];

/** Adds the attributes that the query of a create carries. */
function withQuery(c: Request, { createQuery = [] }: Resource, input: unknown): unknown {
  const query = queryOf(c);
  const sent = createQuery.filter((name) => query.has(name)).map((name) => [name, query.get(name)]);
  return sent.length === 0 ? input : { ...(input as object), ...Object.fromEntries(sent) };
}

export function collectionPaths(resource: Resource): string[] {
  return [`${API}/${resource.key}.json`, `${API}/${resource.key}`];
}

export function instancePath(resource: Resource): string {
  return `${API}/${resource.key}/:id`;
}

function answerList(c: Request, resource: Resource, store: KantataStore): Response {
  const query = queryOf(c);
  return c.json(envelope({ resource, page: listQuery(resource, query, store), query, store, findResource }));
}

export function answer(
  c: Request,
  resource: Resource,
  store: KantataStore,
  records: KantataRecord[],
  query: URLSearchParams = queryOf(c),
): Response {
  return c.json(envelope({ resource, page: onePage(records), query, store, findResource }));
}

/** What a write wants to be answered may be said in its body too, as the vendor's own client does. */
function wishesOf(c: Request, body: unknown): URLSearchParams {
  const query = queryOf(c);
  const members = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  for (const name of ['include', 'optional_fields']) {
    const value = members[name];
    if (typeof value === 'string' && !query.has(name)) query.set(name, value);
  }
  return query;
}

/** A record that the default filter hides is reported as not found, although it exists. */
function requireShown(c: Request, resource: Resource, store: KantataStore): KantataRecord {
  const record = requireRecord(c, resource, store);
  if (!isWanted(resource, record, queryOf(c), store)) throw notFound();
  return record;
}

function requireRecord(c: Request, resource: Resource, store: KantataStore): KantataRecord {
  const id = (c.req.param('id') ?? '').replace(/\.json$/, '');
  const record = store.get(resource.key, id);
  if (record === undefined) throw notFound();
  return record;
}

/** A deleted record can be read where the endpoint keeps it, but it cannot be changed. */
function requireLiving(c: Request, resource: Resource, store: KantataStore): KantataRecord {
  const record = requireRecord(c, resource, store);
  if (typeof record['deleted_at'] === 'string') throw notFound();
  return record;
}

function writer(c: Request, context: ResourceRoutesContext): Writer {
  const identity = context.identities.get(c.req.raw);
  if (identity?.canWrite !== true) {
    throw systemError(403, 'You do not have permission to perform this action.');
  }
  return { store: context.store, userId: identity.userId };
}

function queryOf(c: Request): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

/** Requests are JSON or a form in Rails' structure. */
async function bodyOf(c: Request): Promise<unknown> {
  const text = await c.req.text();
  if (c.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded') === true) return parseForm(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw systemError(400, 'The request body could not be parsed.');
  }
}
