import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv, SandboxSystem } from '../system.ts';
import { refusedParameter, vendorHeadersOf } from './check-parameters.ts';
import { findRoute } from './find-route.ts';

/** Refuses a request that carries a parameter which its route does not follow, so that nothing is ignored in silence. */
export function guardParameters(system: SandboxSystem): MiddlewareHandler<SandboxEnv> {
  const { coverage } = system;
  const vendorHeaders = vendorHeadersOf(coverage);
  return async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const route = findRoute(coverage, c.req.method, pathname);
    if (route?.parameters === undefined) return await next();
    const refused = refusedParameter(route.parameters, vendorHeaders, {
      query: searchParams.keys(),
      header: Object.keys(c.req.header()),
      body: route.parameters.body === undefined ? [] : membersOf(await c.req.text(), c.req.header('Content-Type')),
    });
    if (refused === undefined) return await next();
    return system.problem({ kind: 'parameter', method: c.req.method, path: pathname, parameter: refused });
  };
}

/** The members of a JSON object or of a form, without what their brackets address. A body of another kind has none. */
function membersOf(text: string, contentType = ''): readonly string[] {
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return [...new URLSearchParams(text).keys()].map((name) => name.split('[')[0] ?? '');
  }
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
  } catch {
    return [];
  }
}
