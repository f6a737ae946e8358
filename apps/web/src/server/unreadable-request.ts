import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Answers requests that Next itself cannot read; see `app/api/unreadable/route.ts`. */
export const unreadablePath = '/api/unreadable';

interface RequestLine {
  method?: string | undefined;
  url?: string | undefined;
}

/**
 * Some requests make Next fail before any of our code runs: a path with an incomplete escape, and a method that
 * `Request` does not allow. They are routed to a handler that refuses them, because otherwise they would get a 500
 * without any of our headers.
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

/** Inspects each request of this process before Next does. */
export const watchForUnreadable = (): void => {
  if (isWatching) return;
  isWatching = true;
  subscribe('http.server.request.start', (message) => {
    refuseUnreadable((message as { readonly request: IncomingMessage }).request);
  });
};
