import { setting } from '../../kit/settings.ts';
import { DEFAULT_CONCURRENCY } from './gate.ts';
import type { NetSuiteApp, RouteContext } from './request-context.ts';
import { REST } from './request-context.ts';

export function systemRoutes(app: NetSuiteApp, { system }: RouteContext): void {
  app.get(`${REST}/system/v1/governanceLimits`, (c) => {
    const limit = setting(system.state, 'concurrencyLimit', DEFAULT_CONCURRENCY);
    return c.json({
      accountConcurrencyLimit: limit,
      accountUnallocatedConcurrencyLimit: limit,
      integrationLimitType: 'accountLimit',
    });
  });
  app.get(`${REST}/system/v1/serverTime`, (c) => c.json({ serverTime: system.clock.now().toISOString() }));
}
