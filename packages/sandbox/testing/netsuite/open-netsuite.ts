import NetsuiteRest from 'netsuite-rest';
import { SandboxClock } from '../../src/kit/clock.ts';
import { startSystem } from '../../src/kit/start-system.ts';
import type { RunningSystem } from '../../src/kit/start-system.ts';
import { netsuite } from '../../src/netsuite/netsuite-system.ts';

/** What a call answered, whether NetSuite accepted it or not. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface OpenNetSuite {
  readonly system: RunningSystem;
  /** A call through netsuite-rest, signed with TBA. */
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** The client's signature for a call it cannot send itself. */
  sign(method: string, url: string): Record<string, string>;
  /** The items of a query, and the whole page. */
  query(q: string, page?: string): Promise<Answer>;
  close(): Promise<void>;
}

interface Credentials {
  readonly token?: string;
  readonly token_secret?: string;
  readonly realm?: string;
  readonly consumer_secret_key?: string;
}

/** Starts the stand-in with its seed, its clock standing at 2026-11-23 09:00 UTC, and the third-party client that judges it. */
export async function openNetSuite(credentials: Credentials = {}): Promise<OpenNetSuite> {
  const clock = new SandboxClock();
  clock.freeze(Date.parse('2026-11-23T09:00:00Z'));
  const system = await startSystem(netsuite, { clock, log: (message) => console.error(message) });
  const client = clientFor(system.url, credentials);
  const call: OpenNetSuite['call'] = async (method, path, body, headers) => {
    const text = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    return await answered(client.request({ path, method, ...text, ...(headers && { heads: headers }) }));
  };
  return {
    system,
    call,
    sign: (method, url) => ({ ...client.getAuthorizationHeader({ method, url }) }),
    query: async (q, page = '') => await call('POST', `query/v1/suiteql${page}`, { q }),
    close: async () => await system.close(),
  };
}

export function clientFor(baseUrl: string, credentials: Credentials = {}): NetsuiteRest {
  return new NetsuiteRest({
    consumer_key: 'sandbox-consumer-key',
    consumer_secret_key: 'sandbox-consumer-secret',
    token: 'sandbox-token-id',
    token_secret: 'sandbox-token-secret',
    realm: 'TSTDRV1234567',
    base_url: baseUrl,
    ...credentials,
  });
}

/** netsuite-rest rejects what is not 2xx with got's HTTPError; the body is what we want to see. */
export async function answered(request: ReturnType<NetsuiteRest['request']>): Promise<Answer> {
  try {
    const { statusCode, rawHeaders, data } = await request;
    return toAnswer(statusCode, rawHeaders, data);
  } catch (error) {
    const { response } = error as { response?: { statusCode: number; body: unknown; rawHeaders: readonly string[] } };
    if (response === undefined) throw error;
    const { statusCode, body, rawHeaders } = response;
    return toAnswer(statusCode, rawHeaders, typeof body === 'string' && body !== '' ? JSON.parse(body) : body);
  }
}

function toAnswer(status: number, rawHeaders: readonly string[], body: unknown): Answer {
  const headers: Record<string, string> = {};
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers[(rawHeaders[at] ?? '').toLowerCase()] = rawHeaders[at + 1] ?? '';
  return { status, body, location: headers['location'], headers };
}
