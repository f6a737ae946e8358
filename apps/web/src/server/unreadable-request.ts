import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Answers what Next itself could not read; see `app/api/unreadable/route.ts`. */
export const unreadablePath = '/api/unreadable';

interface RequestLine {
  method?: string | undefined;
  url?: string | undefined;
}

/**
 * Leads a request that makes Next fail before any of our code runs to a route that refuses it: a path with half an
 * escape, and a method that no `Request` may have. Otherwise it gets 500 without a single one of our headers.
 */
export const refuseUnreadable = (request: RequestLine): void => {
  if (request.method !== 'TRACE' && isReadable(request.url ?? '/')) return;
  request.method = 'GET';
  request.url = unreadablePath;
};

const isReadable = (url: string): boolean => {
  const path = url.split('?', 1)[0] ?? '';
  try {
    decodeURIComponent(path);
    return URL.canParse(url, 'http://localhost');
  } catch {
    return false;
  }
};

let isWatching = false;

/** Looks at each request of this process before Next does. */
export const watchForUnreadable = (): void => {
  if (isWatching) return;
  isWatching = true;
  subscribe('http.server.request.start', (message) => {
    refuseUnreadable((message as { readonly request: IncomingMessage }).request);
  });
};
