import { Hono } from 'hono';
import type { SandboxEnv, SystemContext } from '../system.ts';
import { asObject, ControlInputError, optionalNumber, refuseUnknownKeys } from './control-input.ts';

/** `POST /clock` takes any of `freezeAt` (ISO instant, or true for now), `advanceMs`, `resume: true`, in that order. */
export function timeRoutes({ clock }: SystemContext): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  const answer = (): object => ({ now: clock.now().toISOString(), isFrozen: clock.snapshot().frozenAtMs !== null });
  app.get('/clock', (c) => c.json(answer()));
  app.post('/clock', async (c) => {
    const body = asObject(await c.req.json(), 'A clock change');
    refuseUnknownKeys(body, ['freezeAt', 'advanceMs', 'resume'], 'A clock change');
    const advanceMs = optionalNumber(body, 'advanceMs');
    if (body['freezeAt'] !== undefined) clock.freeze(readInstant(body['freezeAt'], clock.nowMs()));
    if (advanceMs !== undefined) clock.advance(advanceMs);
    if (body['resume'] === true) clock.resume();
    return c.json(answer());
  });
  return app;
}

function readInstant(value: unknown, nowMs: number): number {
  if (value === true) return nowMs;
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw new ControlInputError('"freezeAt" must be an ISO 8601 instant, or true for now.');
  return ms;
}
