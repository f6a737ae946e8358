import { failure, type EvaluationRequest, type EvaluationResult } from './evaluation-message.ts';
import type { Work, WorkKind, WorkMessage, WorkOutcome } from './work.ts';

/** What is needed of a worker; tests bring their own. */
export interface EvaluationWorker {
  readonly send: (message: WorkMessage) => void;
  readonly terminate: () => void;
}

export interface WorkerEvents {
  readonly onAnswer: (id: number, outcome: WorkOutcome) => void;
  /** The worker could not be started, or broke. */
  readonly onFailure: (message: string) => void;
}

interface Waiting {
  readonly resolve: (outcome: WorkOutcome) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

type Failure = Extract<WorkOutcome, { status: 'failed' }>;

const defaultDeadlineMs = 1500;

/**
 * Evaluates and checks mappings beside the page. What runs longer than the deadline is ended with its worker, so an
 * expression that never ends costs a moment and nothing else; the next piece of work gets a new worker.
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

  async evaluate(request: EvaluationRequest): Promise<EvaluationResult> {
    const outcome = await this.ask('evaluate', request);
    return outcome.status === 'done' ? outcome.answer : failure(outcome.code, outcome.message);
  }

  async ask<Kind extends WorkKind>(
    kind: Kind,
    request: Work[Kind]['request'],
  ): Promise<WorkOutcome<Work[Kind]['answer']>> {
    const id = ++this.#lastId;
    const worker = (this.#worker ??= this.#start());
    const outcome = await new Promise<WorkOutcome>((resolve) => {
      const timer = setTimeout(() => this.#abandon(tooLong(this.#deadlineMs)), this.#deadlineMs);
      this.#waiting.set(id, { resolve, timer });
      worker.send({ id, kind, request } as WorkMessage);
    });
    return outcome as WorkOutcome<Work[Kind]['answer']>;
  }

  /** Ends the worker; whoever waits is told. */
  close(): void {
    this.#abandon({ status: 'failed', code: 'CLOSED', message: 'The preview was closed.' });
  }

  #start(): EvaluationWorker {
    return this.#createWorker({
      onAnswer: (id, outcome) => this.#answer(id, outcome),
      onFailure: (message) => this.#abandon({ status: 'failed', code: 'PREVIEW_FAILED', message }),
    });
  }

  #answer(id: number, outcome: WorkOutcome): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    waiting.resolve(outcome);
  }

  /** One worker does one piece of work after the other: when one hangs, the others in it are lost too. */
  #abandon(outcome: Failure): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const id of this.#waiting.keys()) this.#answer(id, outcome);
  }
}

const tooLong = (deadlineMs: number): Failure => ({
  status: 'failed',
  code: 'D1012',
  message: `The mapping was stopped after ${deadlineMs / 1000} s. Look for recursion without an end.`,
});
