import type { Hono } from 'hono';
import type { SandboxEnv } from './system.ts';

/** One vendor route and whether the stand-in has it. */
export interface CoverageEntry {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  /** In hono's syntax, exactly as registered, e.g. `/services/data/:version/query`. */
  readonly path: string;
  readonly status: 'implemented' | 'not-implemented';
  /** Name of the vendor page it was written from. */
  readonly doc: string;
  /** What is left out, or why it is not there. */
  readonly note?: string;
}

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
