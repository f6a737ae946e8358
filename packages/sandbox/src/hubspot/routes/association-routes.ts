import type { Hono } from 'hono';
import { setting } from '../../kit/settings.ts';
import type { SandboxEnv, SystemContext } from '../../kit/system.ts';
import { typeIdOf } from '../association-types.ts';
import { invalid } from '../hubspot-error.ts';
import type { HubspotStore } from '../hubspot-store.ts';
import type { ObjectType } from '../object-types.ts';
import { bodyOf, typeIn } from './object-routes.ts';

export const OF_RECORD = '/crm/v4/objects/:fromType/:fromId/associations';
export const OF_BATCH = '/crm/v4/associations/:fromType/:toType/batch';

/** Page: Associations v4. Only the default association of two types exists here; there are no labels. */
export function associationRoutes(app: Hono<SandboxEnv>, store: HubspotStore, { state, clock }: SystemContext): void {
  const complete = (results: readonly object[]) => {
    const at = clock.now().toISOString();
    return { status: 'COMPLETE', results, startedAt: at, completedAt: at };
  };
  app.put(`${OF_RECORD}/default/:toType/:toId`, (c) => {
    const [from, to] = [typeIn(c, 'fromType'), typeIn(c, 'toType')];
    const { fromId, toId } = c.req.param();
    state.transaction(() => store.associate(from, fromId, to, toId));
    return c.json(
      complete([
        {
          from: { id: fromId },
          to: { id: toId },
          associationSpec: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeIdOf(from, to) },
        },
      ]),
    );
  });
  app.delete(`${OF_RECORD}/:toType/:toId`, (c) => {
    const { fromId, toId } = c.req.param();
    state.transaction(() => store.dissociate(typeIn(c, 'fromType'), fromId, typeIn(c, 'toType'), toId));
    return c.body(null, 204);
  });
  app.get(`${OF_RECORD}/:toType`, (c) => {
    const from = typeIn(c, 'fromType');
    const { fromId } = c.req.param();
    store.require(from, fromId);
    const limit = Number(c.req.query('limit') ?? 500);
    if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw invalid('limit must be 1 to 500.');
    const start = Number(c.req.query('after') ?? 0);
    const to = typeIn(c, 'toType');
    const { ids, paging } = pageOf(store.associatedIds(from, fromId, to), start, limit);
    return c.json({ results: ids.map((id) => endOf(from, to, id)), ...paging });
  });
  app.post(`${OF_BATCH}/read`, async (c) => {
    const [from, to] = [typeIn(c, 'fromType'), typeIn(c, 'toType')];
    const { inputs } = await bodyOf<{ inputs: readonly { readonly id: string; readonly after?: string }[] }>(c);
    if (inputs.length > 1000) throw invalid('The maximum batch size is 1000.');
    const limit = setting(state, 'associationsPerParent', 500);
    const results = inputs.flatMap(({ id, after = '0' }) => {
      const { ids, paging } = pageOf(store.associatedIds(from, id, to), Number(after), limit);
      return ids.length === 0 ? [] : [{ from: { id }, to: ids.map((toId) => endOf(from, to, toId)), ...paging }];
    });
    return c.json(complete(results));
  });
}

function pageOf(all: readonly string[], start: number, limit: number) {
  const end = start + limit;
  return {
    ids: all.slice(start, end),
    paging: end < all.length ? { paging: { next: { after: String(end) } } } : {},
  };
}

function endOf(from: ObjectType, to: ObjectType, id: string): object {
  const types = [{ category: 'HUBSPOT_DEFINED', typeId: typeIdOf(from, to), label: null }];
  return { toObjectId: id, associationTypes: types };
}
