import { Hono } from 'hono';
import { changeSettings, readSettings } from '../settings.ts';
import { publicKeys, registerPublicKey } from '../public-keys.ts';
import { SandboxState } from '../state.ts';
import type { StateSnapshot } from '../state.ts';
import type { SandboxEnv, SandboxSystem, SystemContext } from '../system.ts';
import { asObject, ControlInputError, optionalNumber, refuseUnknownKeys, requireText } from './control-input.ts';

export function stateRoutes(system: SandboxSystem, context: SystemContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  seedRoutes(app, system, context);
  readRoutes(app, context);
  app.get('/settings', (c) => c.json(readSettings(context.state)));
  app.put('/settings', async (c) => {
    const body = asObject(await c.req.json(), 'The settings');
    for (const key of Object.keys(body)) optionalNumber(body, key);
    return c.json(changeSettings(context.state, body as Record<string, number>));
  });
  app.get('/keys', (c) => c.json(publicKeys(context.state)));
  app.post('/keys', async (c) => {
    const body = asObject(await c.req.json(), 'A key');
    refuseUnknownKeys(body, ['id', 'publicKeyPem'], 'A key');
    const key = { id: requireText(body, 'id'), publicKeyPem: requireText(body, 'publicKeyPem') };
    if (!key.publicKeyPem.includes('BEGIN PUBLIC KEY')) {
      throw new ControlInputError('"publicKeyPem" must be an SPKI PEM ("-----BEGIN PUBLIC KEY-----").');
    }
    registerPublicKey(context.state, key);
    return c.json(key, 201);
  });
  return app;
}

function seedRoutes(app: Hono<SandboxEnv>, system: SandboxSystem, context: SystemContext): void {
  /** The demo firm as a fresh state would hold it. The present state is not touched. */
  app.get('/seed', (c) => c.json(seedOf(system, context)));
  /**
   * Adds records as they are, without the vendor's validation: `{collection: {id: record}}`. Either all are added or
   * none.
   */
  app.post('/seed', async (c) => {
    const body = asObject(await c.req.json(), 'A seed');
    context.state.transaction(() => {
      for (const [name, records] of Object.entries(body)) {
        for (const [id, record] of Object.entries(asObject(records, `Collection "${name}"`))) {
          if (context.state.collection(name).has(id))
            throw new ControlInputError(`"${name}" already holds a record "${id}".`);
          context.state.collection(name).insert(id, { ...asObject(record, `Record "${id}" of "${name}"`) });
        }
      }
    });
    return c.json(counts(context), 201);
  });
  app.post('/reset', (c) => {
    resetSystem(system, context);
    return c.json(counts(context));
  });
  app.get('/snapshot', (c) => c.json(context.state.snapshot()));
  app.post('/restore', async (c) => {
    const body = asObject(await c.req.json(), 'A snapshot');
    for (const key of ['collections', 'sequences', 'values']) asObject(body[key], `"${key}"`);
    context.state.restore(body as unknown as StateSnapshot);
    return c.json(counts(context));
  });
}

function readRoutes(app: Hono<SandboxEnv>, context: SystemContext): void {
  const { state } = context;
  app.get('/state', (c) => c.json(counts(context)));
  app.get('/state/:collection', (c) => {
    const name = c.req.param('collection');
    if (!state.collectionNames().includes(name)) return c.json({ error: `There is no collection "${name}".` }, 404);
    return c.json(state.collection(name).all());
  });
  app.get('/state/:collection/:id', (c) => {
    const { collection, id } = c.req.param();
    const record = state.collection(collection).get(id);
    return record === undefined ? c.json({ error: `"${collection}" holds no "${id}".` }, 404) : c.json(record);
  });
}

/**
 * These settings belong to the surroundings rather than the data. They outlive a reset, because otherwise every reset
 * would cut the application off.
 */
const KEPT = ['__subscriptions', '__publicKeys'];

/**
 * Restores the seed, real time, default settings, no faults and an empty ledger. Webhook subscriptions and registered
 * keys stay.
 */
export function resetSystem(system: SandboxSystem, context: SystemContext): void {
  const { collections, sequences } = context.state.snapshot();
  context.clock.reset();
  context.faults.clear();
  // Their ids go on counting, so that a new one gets none that is taken.
  context.state.restore({ collections: kept(collections), sequences: kept(sequences), values: {} });
  system.seed(context.state, context.clock);
  context.ledger.clear();
}

function kept<T>(byName: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(byName).filter(([name]) => KEPT.includes(name)));
}

function seedOf(system: SandboxSystem, context: SystemContext): StateSnapshot {
  const fresh = new SandboxState();
  system.seed(fresh, context.clock);
  return fresh.snapshot();
}

/** Records per collection; empty ones are left out. */
function counts({ state }: SystemContext): Record<string, number> {
  const sizes = state.collectionNames().map((name): [string, number] => [name, state.collection(name).size]);
  return Object.fromEntries(sizes.filter(([, size]) => size > 0));
}
