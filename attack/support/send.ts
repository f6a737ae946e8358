import type { PersonName } from './people.ts';
import { product } from './product.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends one request to the web app, with a person's session if one is named. */
export async function send(path: string, options: RequestInit & { readonly as?: PersonName } = {}): Promise<Answer> {
  const { as, ...init } = options;
  const headers = new Headers(init.headers);
  if (as !== undefined) headers.set('cookie', product().cookies[as]);
  const response = await fetch(new URL(path, product().webUrl), { redirect: 'manual', ...init, headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends a POST with exactly this body as JSON, because an attacker writes raw bytes. */
export const postJson = (path: string, body: string, as?: PersonName): Promise<Answer> =>
  send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body, ...(as ? { as } : {}) });

export interface CallAnswer {
  readonly status: number;
  readonly result?: unknown;
  /** The sentence that a person would read. */
  readonly message?: string;
  readonly reason?: string;
}

/** Calls a changing procedure like the product's own client. Results are plain JSON, with dates as texts. */
export const mutate = async (as: PersonName, procedure: string, input?: unknown): Promise<CallAnswer> =>
  readCall(await postJson(`/api/trpc/${procedure}`, JSON.stringify({ json: input }), as));

/** Calls a reading procedure like the product's own client. */
export const query = async (as: PersonName, procedure: string, input?: unknown): Promise<CallAnswer> =>
  readCall(await send(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`, { as }));

function readCall({ status, text }: Answer): CallAnswer {
  const { result, error } = JSON.parse(text) as {
    readonly result?: { readonly data: { readonly json: unknown } };
    readonly error?: { readonly json: { readonly message: string; readonly data?: { readonly reason?: string } } };
  };
  if (result !== undefined) return { status, result: result.data.json };
  const reason = error?.json.data?.reason;
  return { status, message: error?.json.message ?? text, ...(reason === undefined ? {} : { reason }) };
}
