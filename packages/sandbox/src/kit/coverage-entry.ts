import type { RouteParameters } from './parameters/route-parameters.ts';

/** One vendor route and whether the stand-in has it. */
export interface CoverageEntry {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  /** In hono's syntax, exactly as registered, e.g. `/services/data/:version/query`. */
  readonly path: string;
  readonly status: 'implemented' | 'not-implemented';
  /** Name of the vendor page that the route was written from. */
  readonly doc: string;
  /** What the route does with each parameter; undefined for a route that is not implemented. */
  readonly parameters?: RouteParameters;
  /** What is left out, or why the route is missing. */
  readonly note?: string;
}
