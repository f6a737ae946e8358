import { Hono } from 'hono';
import type { SandboxEnv, SandboxSystem, SystemContext } from '../system.ts';
import { ControlInputError } from './control-input.ts';
import { eventRoutes } from './event-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { stateRoutes } from './state-routes.ts';
import { timeRoutes } from './time-routes.ts';

/**
 * Everything under `/__control`: what a test or an operator does to the stand-in. It is never part of the vendor's
 * protocol.
 */
export function controlRoutes(system: SandboxSystem, context: SystemContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.get('/', (c) =>
    c.json({
      system: system.id,
      routes: app.routes.filter((each) => each.method !== 'ALL').map((each) => `${each.method} /__control${each.path}`),
    }),
  );
  app.get('/coverage', (c) => c.json(system.coverage));
  app.route('/', stateRoutes(system, context));
  app.route('/', timeRoutes(context));
  app.route('/', faultRoutes(context));
  app.route('/', ledgerRoutes(context));
  app.route('/', eventRoutes(context));
  // A route, not notFound: a mounted app's notFound is never asked, and the vendor's routes must not see control paths.
  app.all('*', (c) =>
    c.json({ error: `There is no ${c.req.method} ${c.req.path}; GET /__control lists what there is.` }, 404),
  );
  app.onError((error, c) => {
    const isInput = error instanceof ControlInputError || error instanceof SyntaxError;
    return c.json({ error: error.message }, isInput ? 400 : 500);
  });
  return app;
}
