import type { Hono } from 'hono';
import type { CoverageEntry } from './coverage-entry.ts';
import type { SandboxEnv } from './system.ts';

/** `METHOD path` of every route registered on the app, without middleware, sorted. */
export function registeredRoutes(app: Hono<SandboxEnv>): string[] {
  const routes = app.routes.filter((route) => route.method !== 'ALL').map((route) => `${route.method} ${route.path}`);
  return [...new Set(routes)].sort();
}

/** `METHOD path` of every entry with that status, sorted. */
export function declaredRoutes(coverage: readonly CoverageEntry[], status: CoverageEntry['status']): string[] {
  return coverage
    .filter((entry) => entry.status === status)
    .map((entry) => `${entry.method} ${entry.path}`)
    .sort();
}
