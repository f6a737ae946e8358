import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Answers requests that Next itself cannot read; see `app/api/unreadable/route.ts`. */
export const unreadablePath = '/api/unreadable';

interface RequestLine {
  method?: string | undefined;
  url?: string | undefined;
}

/**
 * Some requests never reach our code: a path with an incomplete escape and a method that `Request` does not allow make
 * Next fail, and it redirects a doubled slash, a backslash or the address of another site. They are routed to a handler
 * that refuses them, because otherwise they would get an answer without any of our headers. For the same reason a slash
 * at the end is removed here, before Next redirects.
 */
export const refuseUnreadable = (request: RequestLine): void => {
  const [path = '', ...search] = (request.url ?? '/').split('?');
  if (request.method === 'TRACE' || !isReadable(path)) {
    request.method = 'GET';
    request.url = unreadablePath;
  } else if (path.length > 1 && path.endsWith('/')) {
    request.url = [path.slice(0, -1), ...search].join('?');
  }
};

/** Absolute addresses hold a doubled slash too. The asterisk asks about the server as a whole. */
const isReadable = (path: string): boolean => {
  if (path !== '*' && (!path.startsWith('/') || /\\|\/\//.test(path))) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

let isWatching = false;

/** Inspects each request of this process before Next does. */
export const watchForUnreadable = (): void => {
  if (isWatching) return;
  isWatching = true;
  subscribe('http.server.request.start', (message) => {
    refuseUnreadable((message as { readonly request: IncomingMessage }).request);
  });
};
