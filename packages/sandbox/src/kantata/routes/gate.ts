import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { WindowRateLimiter } from '../../kit/rate-limit.ts';
import { setting } from '../../kit/settings.ts';
import type { SandboxEnv, SystemContext } from '../../kit/system.ts';
import type { Identity } from '../auth.ts';
import { identify } from '../auth.ts';
import { KantataError, errorResponse } from '../kantata-error.ts';
import { tooManyRequests } from '../kantata-problem.ts';
import { API } from './resource-routes.ts';

/** Kantata does not publish its limit. `PUT /__control/settings {"requestsPerMinute": n}` changes the one used here. */
export const DEFAULT_REQUESTS_PER_MINUTE = 3000;

/** Checks authentication, then the undocumented rate limit, whose answer does not say how long to wait. */
export function gate(
  app: Hono<SandboxEnv>,
  { state, clock, ledger }: SystemContext,
  identities: WeakMap<Request, Identity>,
): void {
  const limiter = new WindowRateLimiter(clock, 60_000);
  app.use(`${API}/*`, async (c, next) => {
    const identity = identify(c.req.header('Authorization'));
    if (identity === undefined) {
      return errorResponse(new KantataError(401, { type: 'oauth', message: 'Invalid OAuth 2 Request' }));
    }
    const allowed = setting(state, 'requestsPerMinute', DEFAULT_REQUESTS_PER_MINUTE);
    if (!limiter.take('account', allowed).isAllowed) return errorResponse(tooManyRequests());
    identities.set(c.req.raw, identity);
    await next();
    c.res.headers.set('x-request-id', requestId(ledger.lastSeq));
  });
}

function requestId(seq: number): string {
  return createHash('sha256').update(String(seq)).digest('hex').slice(0, 32);
}
