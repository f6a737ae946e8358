import type { Context, Hono } from 'hono';
import { setting } from '../../kit/settings.ts';
import type { SandboxEnv, SystemContext } from '../../kit/system.ts';
import { associateNew } from '../association-types.ts';
import type { AssociationInput } from '../association-types.ts';
import { invalid, notFound } from '../hubspot-error.ts';
import type { CrmRecord, HubspotStore } from '../hubspot-store.ts';
import { objectTypeOf } from '../object-types.ts';
import type { ObjectType } from '../object-types.ts';
import { search } from '../search.ts';
import type { SearchRequest } from '../search.ts';

export const OBJECTS = '/crm/v3/objects/:objectType';
const MOST_ROWS = 100;

interface NewRecord {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly associations?: readonly AssociationInput[];
}

/** Pages: CRM objects (list, read, create, update, archive) and Search the CRM. */
export function objectRoutes(app: Hono<SandboxEnv>, store: HubspotStore, { state, clock }: SystemContext): void {
  app.get(OBJECTS, (c) => {
    const type = typeIn(c);
    const limit = Number(c.req.query('limit') ?? 10);
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS) throw invalid(`limit must be 1 to ${MOST_ROWS}.`);
    const after = Number(c.req.query('after') ?? 0);
    const all = store.all(type, c.req.query('archived') === 'true').toSorted((a, b) => Number(a.id) - Number(b.id));
    const rows = all.filter(({ id }) => Number(id) > after);
    const results = rows.slice(0, limit).map((each) => shown(type, each, asked(c)));
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return c.json({ results, ...(last !== undefined && { paging: { next: nextPage(c, last.id) } }) });
  });
  app.post(OBJECTS, async (c) => {
    const type = typeIn(c);
    const { properties = {}, associations } = await bodyOf<NewRecord>(c);
    const made = state.transaction(() => associateNew(store, type, store.create(type, properties), associations));
    return c.json(shown(type, made, Object.keys(properties)), 201);
  });
  app.post(`${OBJECTS}/search`, async (c) => {
    const type = typeIn(c);
    const request = await bodyOf<SearchRequest>(c);
    // Page: Search the CRM, “it may take a few moments for newly created or updated objects to appear”.
    const indexedMs = clock.nowMs() - setting(state, 'searchLagMs', 0);
    const indexed = store.all(type).filter(({ updatedAt }) => Date.parse(updatedAt) <= indexedMs);
    const { total, page, next } = search(type, indexed, request);
    const results = page.map((each) => shown(type, each, request.properties ?? []));
    return c.json({ total, results, ...(next !== undefined && { paging: { next: { after: next } } }) });
  });
  app.get(`${OBJECTS}/:id`, (c) => {
    const type = typeIn(c);
    if (c.req.query('archived') === 'true') {
      const found = store.all(type, true).find(({ id }) => id === c.req.param('id'));
      if (found === undefined) throw notFound();
      return c.json(shown(type, found, asked(c)));
    }
    return c.json(shown(type, store.require(type, c.req.param('id'), c.req.query('idProperty')), asked(c)));
  });
  app.patch(`${OBJECTS}/:id`, async (c) => {
    const type = typeIn(c);
    const { properties = {} } = await bodyOf<{ properties?: Record<string, unknown> }>(c);
    const record = store.require(type, c.req.param('id'), c.req.query('idProperty'));
    return c.json(
      shown(
        type,
        state.transaction(() => store.update(type, record, properties)),
        Object.keys(properties),
      ),
    );
  });
  app.delete(`${OBJECTS}/:id`, (c) => {
    state.transaction(() => store.archive(typeIn(c), c.req.param('id')));
    return c.body(null, 204);
  });
}

export function typeIn(c: Context<SandboxEnv>, parameter = 'objectType'): ObjectType {
  const name = c.req.param(parameter) ?? '';
  const type = objectTypeOf(name);
  if (type === undefined) throw invalid(`Unable to infer object type from: ${name}`);
  return type;
}

export async function bodyOf<T extends object>(c: Context<SandboxEnv>): Promise<T> {
  try {
    const body = JSON.parse(await c.req.text()) as T;
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Falls through, because a body of another kind is refused like one that cannot be read.
  }
  throw invalid('Invalid input JSON: the body is not an object.');
}

/** A record with the usual properties and those that were asked for; one without a value is null. */
export function shown(type: ObjectType, record: CrmRecord, wanted: readonly string[]) {
  const { id, createdAt, updatedAt, archived, archivedAt } = record;
  const names = [...new Set([...type.shown, ...wanted])].filter((name) => type.properties.has(name)).sort();
  const properties = Object.fromEntries(names.map((name) => [name, record.properties[name] ?? null]));
  return { id, properties, createdAt, updatedAt, archived, ...(archivedAt !== undefined && { archivedAt }) };
}

const asked = (c: Context<SandboxEnv>): string[] =>
  (c.req.queries('properties') ?? []).flatMap((each) => each.split(','));

function nextPage(c: Context<SandboxEnv>, after: string): { after: string; link: string } {
  const url = new URL(c.req.url);
  url.searchParams.set('after', after);
  return { after, link: url.href };
}
