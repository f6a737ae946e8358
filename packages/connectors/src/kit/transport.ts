import { rootCertificates } from 'node:tls';
import { Agent } from 'undici';
import type { Dispatcher } from 'undici';

export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
}

export interface WireResponse {
  readonly status: number;
  /** Names in lower case; repeated headers are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** One HTTP exchange, no retries, no meaning. */
export interface Transport {
  exchange(request: WireRequest): Promise<WireResponse>;
  close(): Promise<void>;
}

/**
 * No usable reply. `wasSent` is the line between “certainly not done” (name or address unreachable, refused, TLS) and
 * “perhaps done” (bytes of the request had left).
 */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly wasSent: boolean;
  readonly reason: 'unreachable' | 'lost' | 'aborted' | 'too-large';

  constructor(message: string, details: { wasSent: boolean; reason: TransportError['reason']; cause?: unknown }) {
    super(message, { cause: details.cause });
    this.wasSent = details.wasSent;
    this.reason = details.reason;
  }
}

export interface TransportOptions {
  readonly connections: number;
  readonly caCertificate?: string | undefined;
  readonly connectTimeoutMs?: number | undefined;
  /** Longer bodies are cut off with an error: a wrong filter must not fill the memory. */
  readonly maxBodyBytes?: number | undefined;
}

const DEFAULT_MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Keeps sockets alive per origin. Redirects are not followed: a redirect could carry the credentials elsewhere. */
export function createTransport(options: TransportOptions): Transport {
  const agent = new Agent({
    connections: options.connections,
    pipelining: 1,
    // The deadline of the call decides, not undici's own timers.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: {
      timeout: options.connectTimeoutMs ?? 10_000,
      ...(options.caCertificate !== undefined && { ca: [...rootCertificates, options.caCertificate] }),
    },
  });
  const maxBodyBytes = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  return {
    exchange: (request) =>
      new Promise((resolve, reject) => {
        const exchange = new Exchange(request.signal, maxBodyBytes, resolve, reject);
        if (exchange.isSettled) return;
        agent.dispatch(
          {
            origin: request.url.origin,
            path: request.url.pathname + request.url.search,
            method: request.method,
            headers: { ...request.headers },
            body: request.body ?? null,
          },
          exchange,
        );
      }),
    close: () => agent.destroy(),
  };
}

/** Follows one dispatch; undici calls `onRequestStart` right before it writes the request to a connected socket. */
class Exchange implements Dispatcher.DispatchHandler {
  isSettled = false;
  readonly #signal: AbortSignal;
  readonly #maxBodyBytes: number;
  readonly #resolve: (response: WireResponse) => void;
  readonly #reject: (error: TransportError) => void;
  readonly #chunks: Buffer[] = [];
  readonly #onAbort = (): void => this.#abort();
  #controller: Dispatcher.DispatchController | undefined;
  #wasSent = false;
  #bytes = 0;
  #status = 0;
  #headers: Record<string, string> = {};

  constructor(
    signal: AbortSignal,
    maxBodyBytes: number,
    resolve: (response: WireResponse) => void,
    reject: (error: TransportError) => void,
  ) {
    this.#signal = signal;
    this.#maxBodyBytes = maxBodyBytes;
    this.#resolve = resolve;
    this.#reject = reject;
    if (signal.aborted) this.#abort();
    else signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.isSettled) controller.abort(new Error('The call ended while it waited for a socket.'));
    else this.#wasSent = true;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status;
    this.#headers = flatten(headers);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBodyBytes) {
      this.#fail(`The reply is longer than ${this.#maxBodyBytes} bytes.`, 'too-large', undefined);
      controller.abort(new Error('The reply is too long.'));
      return;
    }
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (!this.#settle()) return;
    this.#resolve({ status: this.#status, headers: this.#headers, body: Buffer.concat(this.#chunks) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    if (this.#wasSent) this.#fail('The connection ended before the reply was complete.', 'lost', cause);
    else this.#fail(`No connection could be made (${codeOf(cause)}).`, 'unreachable', cause);
  }

  #abort(): void {
    this.#fail('The call was ended before a reply came.', 'aborted', this.#signal.reason);
    this.#controller?.abort(new Error('The call was ended.'));
  }

  #fail(message: string, reason: TransportError['reason'], cause: unknown): void {
    if (this.#settle()) this.#reject(new TransportError(message, { wasSent: this.#wasSent, reason, cause }));
  }

  #settle(): boolean {
    if (this.isSettled) return false;
    this.isSettled = true;
    this.#signal.removeEventListener('abort', this.#onAbort);
    return true;
  }
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
  );
  return Object.fromEntries(entries);
}

function codeOf(error: Error): string {
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : error.name;
}
