import { setTimeout as delay } from 'node:timers/promises';
import { ConcurrencyLimiter } from '../../kit/rate-limit.ts';
import { setting } from '../../kit/settings.ts';
import { ACCOUNT_ID } from '../auth/account.ts';
import type { RoleName } from '../auth/account.ts';
import { verifyTba } from '../auth/token-based-auth.ts';
import { NetSuiteError, errorResponse } from '../errors.ts';
import { concurrencyExceeded } from '../problem.ts';
import type { NetSuiteApp, NetSuiteRequest, RouteContext } from './request-context.ts';
import { REST } from './request-context.ts';

/** The account's base allowance; `PUT /__control/settings {"concurrencyLimit": n}` changes it. */
export const DEFAULT_CONCURRENCY = 5;

/**
 * Guards everything but the token endpoint: it checks authentication first, then the account-wide limit on concurrent
 * requests.
 */
export function gate(app: NetSuiteApp, context: RouteContext): void {
  const limiter = new ConcurrencyLimiter();
  // Clients probe a connection with OPTIONS on any path below the services. The answer has no content once the
  // signature is valid.
  app.use(`${REST}/*`, async (c, next) => {
    if (c.req.method !== 'OPTIONS') return await next();
    const identity = await authenticate(c, context);
    return typeof identity === 'string' ? c.body(null, 204) : identity;
  });
  for (const area of ['record', 'query', 'system', 'async']) {
    app.use(`${REST}/${area}/*`, async (c, next) => {
      const identity = await authenticate(c, context);
      if (typeof identity !== 'string') return identity;
      context.roles.set(c.req.raw, identity);
      const { state } = context.system;
      const leave = limiter.enter(ACCOUNT_ID, setting(state, 'concurrencyLimit', DEFAULT_CONCURRENCY));
      if (leave === undefined) return errorResponse(concurrencyExceeded());
      try {
        const latencyMs = setting(state, 'latencyMs', 0);
        if (latencyMs > 0) await delay(latencyMs);
        return await next();
      } finally {
        leave();
      }
    });
  }
}

async function authenticate(c: NetSuiteRequest, context: RouteContext): Promise<RoleName | Response> {
  const authorization = c.req.header('Authorization') ?? '';
  if (/^Bearer\s/i.test(authorization)) {
    const isValid = await context.tokens.isValid(authorization.replace(/^Bearer\s+/i, ''));
    return isValid ? 'integration' : refuse(`Bearer realm="${ACCOUNT_ID}", error="invalid_token"`);
  }
  const { method, url } = c.req.raw;
  const result = verifyTba({ method, url, authorization, nowMs: Date.now() }, context.nonces);
  if (result.ok) return result.role;
  return refuse(`OAuth realm="${ACCOUNT_ID}", error="${result.failure}", error_description="Invalid login attempt."`);
}

/** The body never says what was wrong; the header gives the OAuth error. */
function refuse(challenge: string): Response {
  const error = new NetSuiteError(401, {
    detail:
      'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup > Users/Roles > User Management > View Login Audit Trail.',
    code: 'INVALID_LOGIN',
  });
  return errorResponse(error, { 'WWW-Authenticate': challenge });
}
