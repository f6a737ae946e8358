import { failure, type EvaluationRequest, type EvaluationResult } from './evaluation-message.ts';

/** What is needed of a worker; tests bring their own. */
export interface EvaluationWorker {
  readonly send: (request: EvaluationRequest) => void;
  readonly terminate: () => void;
}

export interface WorkerEvents {
  readonly onAnswer: (id: number, result: EvaluationResult) => void;
  /** The worker could not be started, or broke. */
  readonly onFailure: (message: string) => void;
}

interface Waiting {
  readonly resolve: (result: EvaluationResult) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

const defaultDeadlineMs = 1500;

/**
 * Evaluates mappings beside the page. What runs longer than the deadline is ended with its worker, so an expression
 * that never ends costs a moment and nothing else; the next evaluation gets a new worker.
 */
export class MappingEvaluator {
  readonly #createWorker: (events: WorkerEvents) => EvaluationWorker;
  readonly #deadlineMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: EvaluationWorker | undefined;
  #lastId = 0;

  constructor(createWorker: (events: WorkerEvents) => EvaluationWorker, deadlineMs = defaultDeadlineMs) {
    this.#createWorker = createWorker;
    this.#deadlineMs = deadlineMs;
  }

  evaluate(request: Omit<EvaluationRequest, 'id'>): Promise<EvaluationResult> {
    const id = ++this.#lastId;
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#abandon(tooLong(this.#deadlineMs)), this.#deadlineMs);
      this.#waiting.set(id, { resolve, timer });
      worker.send({ id, ...request });
    });
  }

  /** Ends the worker; whoever waits is told. */
  close(): void {
    this.#abandon(failure('CLOSED', 'The preview was closed.'));
  }

  #start(): EvaluationWorker {
    return this.#createWorker({
      onAnswer: (id, result) => this.#answer(id, result),
      onFailure: (message) => this.#abandon(failure('PREVIEW_FAILED', message)),
    });
  }

  #answer(id: number, result: EvaluationResult): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    waiting.resolve(result);
  }

  /** One worker runs one evaluation after the other: when one hangs, the others in it are lost too. */
  #abandon(result: EvaluationResult): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const id of this.#waiting.keys()) this.#answer(id, result);
  }
}

const tooLong = (deadlineMs: number): EvaluationResult =>
  failure('D1012', `The mapping was stopped after ${deadlineMs / 1000} s. Look for recursion without an end.`);
