import { refusedParameter, vendorHeadersOf } from '../../kit/parameters/check-parameters.ts';
import type { RefusedParameter } from '../../kit/parameters/check-parameters.ts';
import { findRoute } from '../../kit/parameters/find-route.ts';
import { coverage } from '../coverage.ts';
import { parameterEntry } from '../problem.ts';
import type { ApiCall, ApiResponse, Operation } from './operation.ts';
import { runOperation } from './run-operation.ts';

export interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body?: unknown;
  readonly httpHeaders?: Readonly<Record<string, string>>;
}

/** Runs one part of a composite request by the same operations that HTTP runs, in the outer request's unit of work. */
export function runSubrequest(call: ApiCall, operations: readonly Operation[], request: Subrequest): ApiResponse {
  const { pathname, searchParams } = new URL(request.url, 'http://sandbox');
  const path = pathname.replace(/\/$/, '');
  for (const operation of operations) {
    const params = operation.method === request.method.toUpperCase() ? matchPath(operation.path, path) : undefined;
    if (params === undefined) continue;
    const headers = Object.entries(request.httpHeaders ?? {}).map(([name, value]): [string, string] => [
      name.toLowerCase(),
      value,
    ]);
    const byName = new Map(headers);
    const refused = refusedIn(request, path, searchParams);
    if (refused !== undefined) return { status: 501, body: [parameterEntry(refused)] };
    return runOperation(operation, {
      ...call,
      method: operation.method,
      url: request.url,
      version: params['version'] ?? call.version,
      params,
      query: searchParams,
      header: (name) => byName.get(name),
      body: request.body,
    });
  }
  return { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] };
}

/** A subrequest is held to the parameters of its route, as the request would be that does the same alone. */
function refusedIn(request: Subrequest, path: string, query: URLSearchParams): RefusedParameter | undefined {
  const parameters = findRoute(coverage, request.method.toUpperCase(), path)?.parameters ?? {};
  const { body, httpHeaders = {} } = request;
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  return refusedParameter(parameters, vendorHeaders, {
    query: query.keys(),
    header: Object.keys(httpHeaders),
    body: isObject ? Object.keys(body) : [],
  });
}

const vendorHeaders = vendorHeadersOf(coverage);

/** The parameters of a path pattern such as `/sobjects/:object`, or undefined when the path does not fit. */
function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}
