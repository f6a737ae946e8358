import type { Context, Hono } from 'hono';
import type { SandboxEnv, SystemContext } from '../../kit/system.ts';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { RoleName } from '../auth/account.ts';
import type { NonceMemory } from '../auth/token-based-auth.ts';
import { NetSuiteError, invalidContent, invalidParameter } from '../errors.ts';
import type { RecordType } from '../records/field-types.ts';
import { RecordStore } from '../records/record-store.ts';

/** What the routes share for the life of the process. */
export interface RouteContext {
  readonly system: SystemContext;
  readonly store: RecordStore;
  readonly tokens: AccessTokens;
  readonly nonces: NonceMemory;
  /** The role each request was authenticated for. */
  readonly roles: WeakMap<Request, RoleName>;
}

export type NetSuiteApp = Hono<SandboxEnv>;
export type NetSuiteRequest = Context<SandboxEnv>;

export const REST = '/services/rest';
export const RECORD = `${REST}/record/v1`;

/** Scheme and host as the caller addressed them, so that the caller can follow the links in the answer. */
export function originOf(c: NetSuiteRequest): string {
  return new URL(c.req.url).origin;
}

/** The parsed body. NetSuite accepts JSON whatever the Content-Type says. */
export async function jsonBody(c: NetSuiteRequest): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidContent('The body is not valid JSON.');
  }
}

/** A page of records or rows in NetSuite's media type. */
export function collectionResponse(c: NetSuiteRequest, body: object): Response {
  const headers = { 'Content-Type': 'application/vnd.oracle.resource+json; type=collection; charset=UTF-8' };
  return c.body(JSON.stringify(body), 200, headers);
}

/** limit (1 to 1,000, default 1,000) and offset, which must be a multiple of the limit. */
export function pageParameters(c: NetSuiteRequest, maxOffset: number): { limit: number; offset: number } {
  const limit = integerParameter(c, 'limit', { fallback: 1000, min: 1, max: 1000 });
  const offset = integerParameter(c, 'offset', { fallback: 0, min: 0, max: maxOffset });
  if (offset % limit === 0) return { limit, offset };
  throw invalidParameter(
    'offset',
    `Invalid value '${offset}' for the query parameter 'offset'. The offset must be divisible by the limit.`,
  );
}

/** A whole number from the query, within bounds; INVALID_PARAMETER otherwise. */
function integerParameter(
  c: NetSuiteRequest,
  name: string,
  bounds: { readonly fallback: number; readonly min: number; readonly max: number },
): number {
  const text = c.req.query(name);
  if (text === undefined) return bounds.fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= bounds.min && value <= bounds.max) return value;
  throw invalidParameter(
    name,
    `Invalid value '${text}' for the query parameter '${name}'. Provide an integer between ${bounds.min} and ${bounds.max}.`,
  );
}

export function booleanParameter(c: NetSuiteRequest, name: string): boolean {
  const text = c.req.query(name) ?? 'false';
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  throw invalidParameter(name, `Invalid value '${text}' for the query parameter '${name}'. Use true or false.`);
}

export function setParameter(c: NetSuiteRequest, name: string): ReadonlySet<string> {
  const text = c.req.query(name) ?? '';
  return new Set(
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  );
}

/** Writing needs the integration role and a record type that is not set-up data. */
export function requireWrite(context: RouteContext, c: NetSuiteRequest, type: RecordType): void {
  if (type.isWritable && context.roles.get(c.req.raw) === 'integration') return;
  throw new NetSuiteError(403, {
    detail: `Permission Violation: You need a higher level of the '${type.label}' permission to access this page. Please contact your account administrator.`,
    code: 'INSUFFICIENT_PERMISSION',
  });
}
