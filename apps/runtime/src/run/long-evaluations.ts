import { Worker } from 'node:worker_threads';
import { MappingError, mappingErrorCodes } from '@throughline/core/mapping';
import type { LongReply, LongRequest } from './long-evaluation-message.ts';

interface Job {
  readonly request: LongRequest;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Runs evaluations that take long in a thread of their own, so that heartbeats, webhooks and the runs of others go on
 * meanwhile. There is one thread in a process. It evaluates one text after the other, the organisations in turn.
 */
export class LongEvaluations {
  readonly #megabytes: number;
  readonly #waiting = new Map<string, Job[]>();
  #current: Job | undefined;
  #worker: Worker | undefined;

  /** `megabytes` is the memory of the thread. */
  constructor(megabytes = 512) {
    this.#megabytes = megabytes;
  }

  /** @throws MappingError as the evaluation does, and `RESULT_TOO_LARGE` when the thread runs out of memory */
  evaluate(organisationId: string, request: LongRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const jobs = this.#waiting.get(organisationId) ?? [];
      jobs.push({ request, resolve, reject });
      this.#waiting.set(organisationId, jobs);
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const [[organisationId, jobs] = ['', []]] = this.#waiting;
    const job = jobs.shift();
    if (job === undefined) return;
    // It goes to the end, so that an organisation with many evaluations waits for the others after each of them.
    this.#waiting.delete(organisationId);
    if (jobs.length > 0) this.#waiting.set(organisationId, jobs);
    this.#current = job;
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage(job.request, []);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./long-evaluation.worker.ts', import.meta.url), {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: this.#megabytes },
    });
    worker.on('message', (reply: LongReply) => this.#settle(reply));
    worker.once('error', (error: Error & { readonly code?: string }) => {
      this.#worker = undefined;
      const text = this.#current?.request.text ?? '';
      this.#end((job) =>
        job.reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? new MappingError(
                `The evaluation needs more than the ${this.#megabytes} MB of memory that one may have. Let it build less at once.`,
                { code: mappingErrorCodes.resultTooLarge, phase: 'evaluate', text, cause: error },
              )
            : error,
        ),
      );
    });
    return worker;
  }

  #settle(reply: LongReply): void {
    // An idle thread does not keep the process from ending.
    this.#worker?.unref();
    this.#end(({ request, resolve, reject }) => {
      if ('failure' in reply) reject(new MappingError(reply.failure.message, { ...reply.failure, text: request.text }));
      else resolve(reply.value);
    });
  }

  #end(settle: (job: Job) => void): void {
    const job = this.#current;
    this.#current = undefined;
    if (job !== undefined) settle(job);
    this.#next();
  }
}
