import { Hono } from 'hono';
import type { SandboxEnv, SystemContext } from '../system.ts';
import { subscribe, subscriptions, unsubscribe } from '../webhook/subscriptions.ts';
import { asObject, ControlInputError, refuseUnknownKeys, requireText } from './control-input.ts';

/** Says where webhooks go (`/subscriptions`) and what happened to each delivery (`/deliveries`). */
export function eventRoutes({ state, events }: SystemContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.get('/subscriptions', (c) => c.json(subscriptions(state)));
  app.post('/subscriptions', async (c) => c.json(subscribe(state, readSubscription(await c.req.json())), 201));
  app.delete('/subscriptions/:id', (c) => {
    const id = c.req.param('id');
    return unsubscribe(state, id) ? c.body(null, 204) : c.json({ error: `There is no subscription "${id}".` }, 404);
  });
  app.get('/deliveries', (c) => c.json(events.deliveries()));
  app.post('/deliveries/:id/redeliver', (c) => {
    const id = c.req.param('id');
    return events.redeliver(id) ? c.body(null, 202) : c.json({ error: `There is no delivery "${id}".` }, 404);
  });
  return app;
}

function readSubscription(value: unknown): { id?: string; url: string; secret: string; events: string[] } {
  const body = asObject(value, 'A subscription');
  refuseUnknownKeys(body, ['id', 'url', 'secret', 'events'], 'A subscription');
  const url = requireText(body, 'url');
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new ControlInputError('"url" must be an http or https URL.');
  const secret = requireText(body, 'secret');
  if (!secret.startsWith('whsec_')) throw new ControlInputError('"secret" must be "whsec_" followed by base64.');
  const events = body['events'] ?? ['*'];
  if (!Array.isArray(events) || !events.every((each) => typeof each === 'string')) {
    throw new ControlInputError('"events" must be a list of globs on the event type, e.g. ["Opportunity.*"].');
  }
  return { ...(body['id'] !== undefined && { id: requireText(body, 'id') }), url, secret, events };
}
