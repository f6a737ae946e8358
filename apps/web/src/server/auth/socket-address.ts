import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

// This is on the global object, because the server's start and its routes are separate bundles of one process.
const holder = globalThis as typeof globalThis & { throughlineAddressHeader?: string };

/**
 * Notes the address of the other end in each request before Next sees it. Next itself keeps what a client claims in
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

/** The address of the other end of a request's connection; undefined when the server did not note it. */
export const socketAddressOf = (headers: Headers): string | undefined =>
  holder.throughlineAddressHeader === undefined
    ? undefined
    : (headers.get(holder.throughlineAddressHeader) ?? undefined);
