import type { Worker } from 'node:worker_threads';
import { TestsBusyError } from './tests-busy-error.ts';
import { returnThreadSlot, takeThreadSlot } from './thread-slots.ts';

export interface ThreadLimits {
  /** Megabytes of memory. */
  readonly megabytes: number;
  /** Milliseconds for all requests together. A safety net, because work itself is counted in steps. */
  readonly deadlineMs: number;
}

export interface LimitedThreadOptions extends ThreadLimits {
  /** Ends the work when the caller no longer waits for it. */
  readonly signal?: AbortSignal | undefined;
  /** The organisation for which it works. It has one thread at a time. */
  readonly owner: string;
}

/**
 * Makes a worker without arguments and environment that may use so much memory. The caller writes that out, with the program
 * and all options, because that is how the bundler of the web app finds programs of workers.
 */
export type StartWorker = (megabytes: number) => Worker;

/** The answer, or why the thread was stopped before it gave one. */
export type ThreadAnswer<Reply> =
  | { readonly reply: Reply }
  | { readonly stopped: 'takes too long' | 'needs too much memory' };

/**
 * Evaluates what people wrote outside the caller's thread, which stays free for other requests. The thread starts with
 * the first request. One that runs out of memory or time is replaced for the next request.
 */
export class LimitedThread<Request, Message> {
  readonly #start: StartWorker;
  readonly #options: LimitedThreadOptions;
  #worker: Worker | undefined;
  #hasSlot = false;
  #msLeft: number;

  constructor(start: StartWorker, options: LimitedThreadOptions) {
    this.#start = start;
    this.#options = options;
    this.#msLeft = options.deadlineMs;
  }

  /** False before the first request, and after the thread was stopped: it remembers nothing. */
  get isStarted(): boolean {
    return this.#worker !== undefined;
  }

  get isOutOfTime(): boolean {
    return this.#msLeft <= 0;
  }

  /** @throws TestsBusyError when the thread has no turn, and the signal's reason when it is aborted */
  async takeTurn(): Promise<void> {
    const { owner, signal } = this.#options;
    this.#hasSlot ||= await takeThreadSlot(owner, signal);
    signal?.throwIfAborted();
    if (!this.#hasSlot) throw new TestsBusyError();
  }

  /** Asks once. `replyIn` gives the reply in a message; undefined for a message on the way. Take a turn first. */
  async ask<Reply>(request: Request, replyIn: (message: Message) => Reply | undefined): Promise<ThreadAnswer<Reply>> {
    const startedAt = performance.now();
    try {
      return await this.#ask(request, replyIn);
    } finally {
      this.#msLeft -= performance.now() - startedAt;
    }
  }

  /** Ends the thread, even in the middle of a request. */
  async end(): Promise<void> {
    await this.#stop();
    if (this.#hasSlot) returnThreadSlot(this.#options.owner);
    this.#hasSlot = false;
  }

  #ask<Reply>(request: Request, replyIn: (message: Message) => Reply | undefined): Promise<ThreadAnswer<Reply>> {
    const { megabytes, signal } = this.#options;
    const worker = (this.#worker ??= this.#start(megabytes));
    const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer<Reply>>();
    const stop = (stopped: 'takes too long' | 'needs too much memory'): void =>
      resolve(this.#stop().then(() => ({ stopped })));
    const listen = new AbortController();
    const timer = setTimeout(() => {
      // A timer may go off before the clock shows that the time is over.
      this.#msLeft = 0;
      stop('takes too long');
    }, this.#msLeft);
    const onAbort = (): void => reject(signal?.reason as Error);
    const onError = (error: Error & { readonly code?: string }): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') stop('needs too much memory');
      else reject(error);
    };
    const onMessage = (message: Message): void => {
      const reply = replyIn(message);
      if (reply !== undefined) resolve({ reply });
    };
    worker.on('message', onMessage).once('error', onError);
    signal?.addEventListener('abort', onAbort, { signal: listen.signal });
    worker.postMessage(request, []);
    return promise.finally(() => {
      clearTimeout(timer);
      listen.abort();
      worker.off('message', onMessage).off('error', onError);
    });
  }

  async #stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    // When a thread fails while it is being ended, nobody is waiting for the error any more.
    worker?.on('error', () => undefined);
    await worker?.terminate();
  }
}
