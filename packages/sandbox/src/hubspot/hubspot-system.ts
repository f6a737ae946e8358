import type { SandboxSystem } from '../kit/system.ts';
import { coverage } from './coverage.ts';
import { gate, TOKEN } from './gate.ts';
import { errorResponse, HubspotError, hubspotProblem } from './hubspot-error.ts';
import { HubspotStore } from './hubspot-store.ts';
import { notify, signRequest } from './notify.ts';
import { associationRoutes } from './routes/association-routes.ts';
import { batchRoutes } from './routes/batch-routes.ts';
import { objectRoutes } from './routes/object-routes.ts';
import { setUpRoutes } from './routes/set-up-routes.ts';
import { seedHubspot } from './seed.ts';

/** A stand-in for a HubSpot account, spoken to through the CRM APIs v3 and associations v4. */
export const hubspot: SandboxSystem = {
  id: 'hubspot',
  title: 'HubSpot',
  credentials: { 'access token': TOKEN },
  seed: (state, clock) => seedHubspot(state, new HubspotStore(state, clock), clock),
  routes: (app, context) => {
    const store = new HubspotStore(context.state, context.clock, (change) => notify(context, change));
    app.onError((error) => {
      if (error instanceof HubspotError) return errorResponse(error);
      throw error;
    });
    gate(app, context);
    associationRoutes(app, store, context);
    batchRoutes(app, store, context);
    objectRoutes(app, store, context);
    setUpRoutes(app, context);
  },
  coverage,
  problem: hubspotProblem,
  signWebhook: signRequest,
};
