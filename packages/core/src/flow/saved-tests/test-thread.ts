import { Worker } from 'node:worker_threads';
import type { MappingDocument } from '../../mapping/document.ts';
import type { ValueMapTables } from '../../mapping/functions/function-definition.ts';
import type { Problem } from '../problem.ts';
import { savedTestLimits, type SavedTestLimits } from './saved-test-limits.ts';
import { savedTestProblem } from './saved-test-problem.ts';
import { TestsBusyError } from './tests-busy-error.ts';
import type { ThreadReply, ThreadRequest } from './thread-message.ts';
import { returnThreadSlot, takeThreadSlot } from './thread-slots.ts';

/** The saved tests of one mapping, which has at least one. */
export interface MappingTests {
  readonly document: MappingDocument;
  readonly key: string;
  readonly valueMaps: ValueMapTables;
}

export interface TestThreadOptions extends Partial<SavedTestLimits> {
  /** Ends the tests when the caller no longer waits for them. */
  readonly signal?: AbortSignal | undefined;
  /** The organisation whose change it is. It has one thread at a time. */
  readonly owner?: string | undefined;
}

/** Calls `work` with a thread for the saved tests of one change, and ends the thread afterwards. */
export async function inTestThread<Result>(
  options: TestThreadOptions,
  work: (thread: TestThread) => Promise<Result>,
): Promise<Result> {
  const thread = new TestThread(options);
  try {
    return await work(thread);
  } finally {
    await thread.end();
  }
}

/**
 * Runs the saved tests of one change outside the caller's thread, which stays free for other requests. The thread
 * starts with the first test. A thread that runs out of memory or time is replaced for the next mapping.
 */
export class TestThread {
  readonly #limits: SavedTestLimits;
  readonly #signal: AbortSignal | undefined;
  readonly #owner: string;
  #worker: Worker | undefined;
  #hasSlot = false;
  /** The value maps that the thread already has. */
  #valueMaps: ValueMapTables | undefined;
  #stepsLeft: number;
  #msLeft: number;

  constructor({ signal, owner = '', ...limits }: TestThreadOptions = {}) {
    this.#limits = { ...savedTestLimits, ...limits };
    this.#signal = signal;
    this.#owner = owner;
    this.#stepsLeft = this.#limits.steps;
    this.#msLeft = this.#limits.deadlineMs;
  }

  /** @throws TestsBusyError when the thread has no turn, and the signal's reason when it is aborted */
  async run(tests: MappingTests): Promise<readonly Problem[]> {
    this.#hasSlot ||= await takeThreadSlot(this.#owner, this.#signal);
    this.#signal?.throwIfAborted();
    if (!this.#hasSlot) throw new TestsBusyError();
    if (this.#msLeft <= 0) {
      return [notRun(tests, 'the saved tests of this change together take too long. Make them smaller')];
    }
    this.#worker ??= new Worker(new URL('./saved-tests.worker.ts', import.meta.url), {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
    });
    const startedAt = performance.now();
    try {
      return await this.#ask(this.#worker, tests);
    } finally {
      this.#msLeft -= performance.now() - startedAt;
    }
  }

  /** Ends the thread, even in the middle of a test. */
  async end(): Promise<void> {
    await this.#stop();
    if (this.#hasSlot) returnThreadSlot(this.#owner);
    this.#hasSlot = false;
  }

  #ask(worker: Worker, tests: MappingTests): Promise<readonly Problem[]> {
    const { promise, resolve, reject } = Promise.withResolvers<readonly Problem[]>();
    let index = 0;
    const stopped = (why: string): void => {
      const { document, key } = tests;
      const place = { key, index, name: document.tests[index]?.name ?? '' };
      const reason = `was stopped, because it ${why}. Make the test or the mapping smaller.`;
      resolve(this.#stop().then(() => [savedTestProblem(place, 'TEST_FAILED', reason)]));
    };
    const listen = new AbortController();
    const timer = setTimeout(() => {
      // A timer may go off before the clock shows that the time is over.
      this.#msLeft = 0;
      stopped('takes too long');
    }, this.#msLeft);
    const onAbort = (): void => reject(this.#signal?.reason as Error);
    const onError = (error: Error & { readonly code?: string }): void => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') stopped('needs too much memory');
      else reject(error);
    };
    const onMessage = (message: ThreadReply): void => {
      if ('started' in message) index = message.started;
      else {
        this.#stepsLeft = message.stepsLeft;
        resolve(message.problems);
      }
    };
    worker.on('message', onMessage).once('error', onError);
    this.#signal?.addEventListener('abort', onAbort, { signal: listen.signal });
    worker.postMessage(this.#requestFor(tests), []);
    return promise.finally(() => {
      clearTimeout(timer);
      listen.abort();
      worker.off('message', onMessage).off('error', onError);
    });
  }

  #requestFor({ document, key, valueMaps }: MappingTests): ThreadRequest {
    const isKnown = this.#valueMaps === valueMaps;
    this.#valueMaps = valueMaps;
    const { stepsPerTest } = this.#limits;
    return { document, key, stepsPerTest, stepsLeft: this.#stepsLeft, ...(isKnown ? {} : { valueMaps }) };
  }

  async #stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#valueMaps = undefined;
    // When a thread fails while it is being ended, nobody is waiting for the error any more.
    worker?.on('error', () => undefined);
    await worker?.terminate();
  }
}

function notRun({ document, key }: MappingTests, because: string): Problem {
  const place = { key, index: 0, name: document.tests[0]?.name ?? '' };
  return savedTestProblem(place, 'TEST_NOT_RUN', `was not run, because ${because}.`);
}
