import type { LookupFunction } from 'node:net';
import { rootCertificates } from 'node:tls';
import { Agent } from 'undici';
import { Exchange } from './exchange.ts';
import { unpack } from './unpack.ts';
import type { Transport, WireResponse } from './wire.ts';

export interface TransportOptions {
  readonly connections: number;
  readonly caCertificate?: string | undefined;
  /** Resolves names to addresses. Without it, the operating system does. */
  readonly lookup?: LookupFunction | undefined;
  readonly connectTimeoutMs?: number | undefined;
  /** Longer bodies are cut off with an error, because a wrong filter must not fill the memory. */
  readonly maxBodyBytes?: number | undefined;
}

const DEFAULT_MAX_BODY_BYTES = 32 * 1024 * 1024;

/**
 * Keeps sockets alive per origin. Redirects are not followed, because a redirect could carry the credentials elsewhere.
 */
export function createTransport(options: TransportOptions): Transport {
  const agent = new Agent({
    connections: options.connections,
    pipelining: 1,
    // The deadline of the call decides, so undici's own timers are off.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: {
      timeout: options.connectTimeoutMs ?? 10_000,
      ...(options.lookup !== undefined && { lookup: options.lookup }),
      ...(options.caCertificate !== undefined && { ca: [...rootCertificates, options.caCertificate] }),
    },
  });
  const maxBodyBytes = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  let closing: Promise<void> | undefined;
  return {
    exchange: async (request) => {
      const raw = await new Promise<WireResponse>((resolve, reject) => {
        const exchange = new Exchange(request.signal, maxBodyBytes, resolve, reject);
        if (exchange.isSettled) return;
        agent.dispatch(
          {
            origin: request.url.origin,
            path: request.url.pathname + request.url.search,
            method: request.method,
            headers: { 'user-agent': 'throughline', 'accept-encoding': 'gzip', ...request.headers },
            body: request.body ?? null,
          },
          exchange,
        );
      });
      return unpack(raw, maxBodyBytes);
    },
    // Requests under way are finished, because cutting them off would leave writes whose outcome nobody knows.
    close: () => (closing ??= agent.close()),
  };
}
