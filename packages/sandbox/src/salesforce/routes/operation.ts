import type { SystemContext } from '../../kit/system.ts';
import type { UnitOfWork } from '../records/unit-of-work.ts';
import { notFound, refusal } from '../salesforce-error.ts';
import { findType } from '../schema/catalog.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import type { QueryCursors } from './query-cursors.ts';
import type { ApiUsage } from './api-usage.ts';

/** One call of a REST resource, from HTTP or from inside a composite request. */
export interface ApiCall {
  readonly context: SystemContext;
  readonly unit: UnitOfWork;
  readonly cursors: QueryCursors;
  readonly usage: ApiUsage;
  readonly method: string;
  /** Path with query, as sent. */
  readonly url: string;
  /** `v66.0`. */
  readonly version: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  /** Parsed JSON, or undefined when there was none. */
  readonly body: unknown;
}

export interface ApiResponse {
  readonly status: number;
  /** JSON; absent means an empty body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A REST resource and method. Synchronous, so that a composite request can be all or none. Throws SalesforceError. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly run: (call: ApiCall) => ApiResponse;
}

export const BASE = '/services/data/:version';

/** The sObject type of the `:object` parameter. Throws NOT_FOUND when the org has no type of that name. */
export function typeOfCall(call: ApiCall): SObjectType {
  const type = findType(call.params['object'] ?? '');
  if (type === undefined) throw notFound();
  return type;
}

export function parameter(call: ApiCall, name: string): string {
  return call.params[name] ?? '';
}

/** False when absent. Throws INVALID_QUERY_PARAMETER for anything but true and false. */
export function booleanParameter(call: ApiCall, name: string): boolean {
  const text = call.query.get(name) ?? 'false';
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  throw refusal(400, 'INVALID_QUERY_PARAMETER', `${name} must be true or false: ${text}`);
}

export function baseUrl(call: ApiCall): string {
  return `/services/data/${call.version}`;
}
