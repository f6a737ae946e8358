/** A request as an operation asks for it; the client adds credentials, retries and meaning. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the base URL, beginning with a slash; or absolute, for links a vendor returned. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent form-encoded instead of a JSON body. */
  readonly form?: Readonly<Record<string, string>> | undefined;
  /**
   * True when a repetition has no further effect: reads always, writes the vendor recognises by a key.
   * Only such requests are repeated after a lost reply.
   */
  readonly isRepeatable: boolean;
  /** Reads cannot leave an unknown outcome. Default: `GET` only; a query sent by POST says true. */
  readonly isRead?: boolean | undefined;
  /** Statuses that are an answer and not an error, besides 2xx. */
  readonly accept?: readonly number[] | undefined;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined for an empty body. */
  readonly body: unknown;
}

export function buildUrl(baseUrl: string, request: Pick<HttpRequest, 'path' | 'query'>): URL {
  const url = /^https?:\/\//.test(request.path)
    ? new URL(request.path)
    : new URL(baseUrl.replace(/\/+$/, '') + request.path);
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.append(name, String(value));
  }
  return url;
}

export function encodeBody(request: HttpRequest): { body: string | undefined; contentType: string | undefined } {
  if (request.form !== undefined) {
    return { body: new URLSearchParams(request.form).toString(), contentType: 'application/x-www-form-urlencoded' };
  }
  if (request.body !== undefined) return { body: JSON.stringify(request.body), contentType: 'application/json' };
  return { body: undefined, contentType: undefined };
}
