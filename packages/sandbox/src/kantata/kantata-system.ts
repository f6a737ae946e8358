import type { SandboxSystem } from '../kit/system.ts';
import { EVENT_TYPES } from './api/events.ts';
import { KantataStore } from './api/kantata-store.ts';
import { TOKENS } from './auth.ts';
import type { Identity } from './auth.ts';
import { coverage } from './coverage.ts';
import { KantataError, errorResponse, notFound } from './kantata-error.ts';
import { kantataProblem } from './kantata-problem.ts';
import { RESOURCES } from './resources/all-resources.ts';
import { gate } from './routes/gate.ts';
import { API, answer, referenceRoutes, resourceRoutes } from './routes/resource-routes.ts';
import { seedKantata } from './seed/seed-kantata.ts';

/** A stand-in for a Kantata OX account, spoken to through API v1. */
export const kantata: SandboxSystem = {
  id: 'kantata',
  title: 'Kantata OX',
  credentials: Object.fromEntries(
    Object.entries(TOKENS).map(([token, { canWrite }]) => [canWrite ? 'bearer' : 'bearer (read only)', token]),
  ),
  seed: (state, clock) => seedKantata(new KantataStore(state, clock)),
  routes: (app, system) => {
    const store = new KantataStore(system.state, system.clock, system.faults);
    const identities = new WeakMap<Request, Identity>();
    app.onError((error) => {
      if (error instanceof KantataError) return errorResponse(error);
      throw error;
    });
    gate(app, system, identities);
    for (const path of [`${API}/users/me`, `${API}/users/me.json`]) {
      app.get(path, (c) => {
        const me = store.get('users', identities.get(c.req.raw)?.userId);
        if (me === undefined) throw notFound();
        return answer(c, RESOURCES.users, store, [me]);
      });
    }
    app.get(`${API}/subscribed_events/event_types.json`, (c) => c.json({ event_types: EVENT_TYPES }));
    referenceRoutes(app, { store, identities });
    for (const resource of Object.values(RESOURCES)) resourceRoutes(app, resource, { store, identities });
  },
  coverage,
  problem: kantataProblem,
};
