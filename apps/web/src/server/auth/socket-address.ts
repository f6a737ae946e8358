import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

// Kept on the global object, because the server's start and its routes are separate bundles of one process.
const holder = globalThis as typeof globalThis & { throughlineAddressHeader?: string };

/**
 * Records the address of the peer in each request before Next sees it. Next itself passes on what a client claims in
 * `x-forwarded-for`. The header's name is random, so that no client can send it.
 */
export const noteSocketAddresses = (): void => {
  if (holder.throughlineAddressHeader !== undefined) return;
  const name = `x-socket-address-${crypto.randomUUID()}`;
  holder.throughlineAddressHeader = name;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    request.headers[name] = request.socket.remoteAddress ?? '';
  });
};

/** The address of the peer of a request's connection; undefined if the server did not record it. */
export const socketAddressOf = (headers: Headers): string | undefined =>
  holder.throughlineAddressHeader === undefined
    ? undefined
    : (headers.get(holder.throughlineAddressHeader) ?? undefined);
