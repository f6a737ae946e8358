import type { Hono } from 'hono';
import { WindowRateLimiter } from '../kit/rate-limit.ts';
import { setting } from '../kit/settings.ts';
import type { SandboxEnv, SystemContext } from '../kit/system.ts';
import { HubspotError, tooManyRequests } from './hubspot-error.ts';

export const TOKEN = 'sandbox-hubspot-token';

const INTERVAL_MS = 10_000;
const DAY_MS = 86_400_000;

/**
 * Checks the token, then the limits of a private app: 190 requests in ten seconds, 650,000 in a day, and five searches
 * in a second. Page: Usage details. `PUT /__control/settings` changes them.
 */
export function gate(app: Hono<SandboxEnv>, { state, clock }: SystemContext): void {
  const [burst, day, searches] = [INTERVAL_MS, DAY_MS, 1000].map((each) => new WindowRateLimiter(clock, each));
  app.use('/crm/*', async (c, next) => {
    if (c.req.header('authorization') !== `Bearer ${TOKEN}`) {
      throw new HubspotError(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found or not valid.');
    }
    const isSearch = c.req.path.endsWith('/search');
    if (isSearch && searches?.take('app', setting(state, 'searchesPerSecond', 5)).isAllowed === false) {
      return tooManyRequests('SECONDLY');
    }
    const interval = burst?.take('app', setting(state, 'requestsPerTenSeconds', 190));
    if (interval?.isAllowed === false) return tooManyRequests('TEN_SECONDLY_ROLLING');
    const daily = day?.take('app', setting(state, 'requestsPerDay', 650_000));
    if (daily?.isAllowed === false) return tooManyRequests('DAILY');
    await next();
    // Search replies hold no limits, says the page.
    if (isSearch || interval === undefined || daily === undefined) return;
    const headers = {
      'Interval-Milliseconds': INTERVAL_MS,
      Max: interval.limit,
      Remaining: interval.limit - interval.used,
      Daily: daily.limit,
      'Daily-Remaining': daily.limit - daily.used,
    };
    for (const [name, value] of Object.entries(headers))
      c.res.headers.set(`X-HubSpot-RateLimit-${name}`, String(value));
  });
}
