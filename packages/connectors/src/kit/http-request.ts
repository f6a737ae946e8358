import { ConnectorError } from '@throughline/core/connector/error';

/** A request as an operation asks for it. The client adds credentials, retries and the meaning of errors. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A path below the base URL that begins with a slash, or a link that the vendor returned, which must be of the same origin. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent form-encoded instead of a JSON body. */
  readonly form?: Readonly<Record<string, string>> | undefined;
  /**
   * True when a repetition has no further effect, which holds for reads and for writes that the vendor recognises by a
   * key. Only such requests are repeated after a lost reply.
   */
  readonly isRepeatable: boolean;
  /**
   * Reads cannot leave an unknown outcome. The default is true for `GET` only; a query that is sent by POST sets it.
   */
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

/**
 * The address of a request. Credentials go with it, so it must be of the connection's own origin, whatever link a vendor
 * returned.
 * @throws ConnectorError `forbidden`; `validation` for a path with `.` or `..` in it, as from a record that is called so,
 *   because it would resolve to the address of something else
 */
export function buildUrl(baseUrl: string, request: Pick<HttpRequest, 'path' | 'query'>): URL {
  if (hasDotSegment(request.path)) {
    throw new ConnectorError('No record can be addressed by “.” or “..”. Nothing was sent.', { class: 'validation' });
  }
  const url = /^[a-z][a-z0-9+.-]*:/i.test(request.path)
    ? new URL(request.path)
    : new URL(baseUrl.replace(/\/+$/, '') + request.path);
  const own = new URL(baseUrl).origin;
  if (url.origin !== own) {
    throw new ConnectorError(
      `A link leads to ${url.origin}, but this connection speaks to ${own} only. Nothing was sent.`,
      {
        class: 'forbidden',
      },
    );
  }
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.append(name, String(value));
  }
  return url;
}

/** Reads a path as the URL standard does: without tabs and line breaks, with backslashes as slashes and `%2e` as a dot. */
function hasDotSegment(path: string): boolean {
  const [place = ''] = path.replaceAll(/[\t\n\r]/g, '').split(/[?#]/);
  return place.split(/[/\\]/).some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
}

/** The headers of a request, without those of the credentials. */
export function requestHeaders(request: HttpRequest): Readonly<Record<string, string>> {
  const { contentType } = encodeBody(request);
  return {
    accept: 'application/json',
    ...(contentType !== undefined && { 'content-type': contentType }),
    ...request.headers,
  };
}

export function encodeBody(request: HttpRequest): { body: string | undefined; contentType: string | undefined } {
  if (request.form !== undefined) {
    return { body: new URLSearchParams(request.form).toString(), contentType: 'application/x-www-form-urlencoded' };
  }
  if (request.body !== undefined) return { body: JSON.stringify(request.body), contentType: 'application/json' };
  return { body: undefined, contentType: undefined };
}
