import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { controlRoutes } from './control/control-routes.ts';
import { guardControl } from './control/guard-control.ts';
import { injectFaults } from './fault-injection.ts';
import type { LedgerRequest } from './ledger.ts';
import { pageRoutes } from './page/page-routes.ts';
import { guardParameters } from './parameters/guard-parameters.ts';
import type { SandboxEnv, SandboxSystem, SystemContext } from './system.ts';

/** The whole HTTP surface of one system: health, control, the page for people, then the vendor's routes behind ledger and faults. */
export function createApp(system: SandboxSystem, context: SystemContext, controlKey?: string): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>({ strict: false });
  const entries = new WeakMap<Request, LedgerRequest>();
  app.get('/__health', (c) => c.json({ status: 'ok', system: system.id }));
  app.use('/__control/*', guardControl(controlKey));
  app.route('/__control', controlRoutes(system, context));
  app.route('/', pageRoutes(system, context, controlKey));
  app.use('*', async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const bodyHash = sha256(await c.req.arrayBuffer());
    const opened = { at: context.clock.now().toISOString(), method: c.req.method, path: pathname + search, bodyHash };
    await context.ledger.record(opened, async (entry) => {
      entries.set(c.req.raw, entry);
      await next();
      const isCut = c.env.incoming.socket.destroyed;
      entry.status = isCut ? null : c.res.status;
    });
  });
  const onFault = (request: Request, kind: string): void => {
    const entry = entries.get(request);
    if (entry !== undefined) entry.fault = kind;
  };
  app.use(
    '*',
    injectFaults(
      context.faults,
      (problem) => system.problem(problem),
      (c, fault) => onFault(c.req.raw, fault.kind),
    ),
  );
  app.route('/', vendorRoutes(system, context));
  app.notFound((c) => system.problem({ kind: 'unknown-route', method: c.req.method, path: c.req.path }));
  app.onError((error, c) => {
    const response = system.problem({ kind: 'internal', error });
    if (response.status >= 500)
      context.log(`${system.id}: ${c.req.method} ${c.req.path} failed: ${error.stack ?? error.message}`);
    return response;
  });
  return app;
}

/**
 * Registers the system's own routes behind the guard of their parameters, and a loud refusal for each route that it
 * declares as not implemented.
 */
function vendorRoutes(system: SandboxSystem, context: SystemContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.use('*', guardParameters(system));
  system.routes(app, context);
  for (const { method, path, note } of system.coverage.filter((entry) => entry.status === 'not-implemented')) {
    app.on(method, path, (c) =>
      system.problem({
        kind: 'not-implemented',
        method,
        path: c.req.path,
        note: note ?? 'The sandbox does not have it.',
      }),
    );
  }
  return app;
}

function sha256(body: ArrayBuffer): string {
  return createHash('sha256').update(new Uint8Array(body)).digest('hex');
}
