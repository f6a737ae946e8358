import { Hono } from 'hono';
import type { SandboxEnv, SystemContext } from '../system.ts';
import { readFaultRule } from './fault-input.ts';

export function faultRoutes({ faults }: SystemContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.get('/faults', (c) => c.json(faults.list()));
  app.post('/faults', async (c) => c.json(faults.add(readFaultRule(await c.req.json())), 201));
  app.delete('/faults', (c) => {
    faults.clear();
    return c.body(null, 204);
  });
  app.delete('/faults/:id', (c) => {
    const id = c.req.param('id');
    return faults.remove(id) ? c.body(null, 204) : c.json({ error: `There is no fault "${id}".` }, 404);
  });
  return app;
}
