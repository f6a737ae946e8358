import type { RouteParameters } from './parameters/route-parameters.ts';

interface VendorRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  /** In hono's syntax, exactly as registered, e.g. `/services/data/:version/query`. */
  readonly path: string;
  /** Name of the vendor page that the route and its parameters were written from. */
  readonly doc: string;
  /** What is left out, or why the route is missing. */
  readonly note?: string;
}

/** One vendor route and whether the stand-in has it; a route that it has says what it does with each parameter. */
export type CoverageEntry =
  | (VendorRoute & { readonly status: 'implemented'; readonly parameters: RouteParameters })
  | (VendorRoute & { readonly status: 'not-implemented'; readonly parameters?: undefined });
