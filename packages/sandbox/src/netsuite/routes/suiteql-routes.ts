import { NetSuiteError, invalidContent, invalidParameter } from '../errors.ts';
import type { Scalar } from '../suiteql/ast.ts';
import { runQuery } from '../suiteql/run-query.ts';
import type { QueryResult } from '../suiteql/run-query.ts';
import { SuiteqlError } from '../suiteql/suiteql-error.ts';
import { tableFinder } from '../tables/find-table.ts';
import { pageLinks } from './page-links.ts';
import type { NetSuiteApp, NetSuiteRequest, RouteContext } from './request-context.ts';
import { REST, collectionResponse, jsonBody, pageParameters } from './request-context.ts';

const MAX_ROWS = 100_000;

export function suiteqlRoutes(app: NetSuiteApp, context: RouteContext): void {
  const findTable = tableFinder(context.store);
  app.post(`${REST}/query/v1/suiteql`, async (c) => {
    requireTransient(c);
    const { limit, offset } = pageParameters(c, MAX_ROWS);
    const { q, params } = readQueryBody(await jsonBody(c));
    const result = run(() => runQuery({ text: q, parameters: params, findTable, now: context.system.clock.now() }));
    const rows = disorder(result, offset).slice(0, MAX_ROWS);
    const page = rows.slice(offset, offset + limit);
    return collectionResponse(c, {
      links: pageLinks({ url: c.req.url, limit, offset, total: rows.length }),
      count: page.length,
      hasMore: offset + limit < rows.length,
      items: page.map((row) => ({ links: [], ...row })),
      offset,
      totalResults: rows.length,
    });
  });
}

function requireTransient(c: NetSuiteRequest): void {
  const preferences = (c.req.header('Prefer') ?? '').split(',').map((each) => each.trim().toLowerCase());
  if (preferences.includes('transient')) return;
  throw new NetSuiteError(400, {
    detail:
      "The required request header 'Prefer' is missing or its value is invalid. Set the header to 'Prefer: transient'.",
    code: 'INVALID_HEADER',
    header: 'Prefer',
  });
}

function readQueryBody(body: unknown): { q: string; params: Scalar[] } {
  const { q, params = [] } = (typeof body === 'object' && body !== null ? body : {}) as {
    q?: unknown;
    params?: unknown;
  };
  if (typeof q !== 'string' || q.trim() === '') throw invalidParameter('q', "Provide a query in the property 'q'.");
  if (!Array.isArray(params)) throw invalidContent("'params' must be a list.", 'params');
  return { q, params: params.map(toScalar) };
}

function toScalar(value: unknown): Scalar {
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  throw invalidContent("'params' may hold texts, numbers and booleans.", 'params');
}

function run(work: () => QueryResult): QueryResult {
  try {
    return work();
  } catch (error) {
    if (error instanceof SuiteqlError) throw invalidParameter('q', error.detail);
    throw error;
  }
}

/**
 * Without ORDER BY, a later page need not continue the earlier one, because each page is a new query. The stand-in
 * demonstrates that by rotating the rows by one, so that a reader who forgot ORDER BY misses one row and reads another
 * twice.
 */
function disorder(result: QueryResult, offset: number): QueryResult['rows'] {
  if (result.isOrdered || offset === 0 || result.rows.length < 2) return result.rows;
  return [...result.rows.slice(-1), ...result.rows.slice(0, -1)];
}
