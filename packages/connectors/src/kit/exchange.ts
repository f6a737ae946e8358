import type { Dispatcher } from 'undici';
import { TransportError } from './wire.ts';
import type { WireResponse } from './wire.ts';

/** Follows one dispatch; undici calls `onRequestStart` right before it writes the request to a connected socket. */
export class Exchange implements Dispatcher.DispatchHandler {
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
