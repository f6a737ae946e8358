import { failure, type EvaluationRequest, type EvaluationResult } from './evaluation-message.ts';
import type { Work, WorkKind, WorkMessage, WorkOutcome } from './work.ts';

/** The part of a worker that is used here; tests provide their own. */
export interface EvaluationWorker {
  readonly send: (message: WorkMessage) => void;
  readonly terminate: () => void;
}

export interface WorkerEvents {
  readonly onAnswer: (id: number, outcome: WorkOutcome) => void;
  /** The worker could not be started, or failed. */
  readonly onFailure: (message: string) => void;
}

interface Job {
  readonly message: WorkMessage;
  readonly resolve: (outcome: WorkOutcome) => void;
  readonly together: Together;
}

/** Work that was asked for at the same time. */
interface Together {
  /** How much of it has no outcome yet. */
  waiting: number;
  readonly answers: (() => void)[];
}

type Failure = Extract<WorkOutcome, { status: 'failed' }>;

/** For one piece of work. */
const defaultDeadlineMs = 1500;
/** This work runs nothing that a person wrote, and may compare thousands of fields. */
const comparing: ReadonlySet<WorkKind> = new Set(['autoMap', 'ghosts']);
const comparingDeadlineMs = 10_000;
/** Added until a worker has given its first answer, because it has to load its code. */
const startMs = 15_000;

/**
 * Evaluates and checks mappings in a worker, one piece of work after the other. Work that exceeds the deadline is
 * stopped together with its worker, so an endless expression costs only a moment. The waiting work goes to a new
 * worker. What was asked for at the same time is answered at the same time, so that the screen is drawn once.
 */
export class MappingEvaluator {
  readonly #createWorker: (events: WorkerEvents) => EvaluationWorker;
  readonly #deadlineMs: number;
  /** In the order in which the worker does them. The first one is in progress. */
  #jobs: Job[] = [];
  #worker: EvaluationWorker | undefined;
  #hasAnswered = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;
  #together: Together | undefined;

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
    const message = { id: ++this.#lastId, kind, request } as WorkMessage;
    const outcome = await new Promise<WorkOutcome>((resolve) => {
      const together = this.#askedNow();
      together.waiting += 1;
      this.#jobs.push({ message, resolve, together });
      this.start();
      this.#worker?.send(message);
      if (this.#jobs.length === 1) this.#watchFirst();
    });
    return outcome as WorkOutcome<Work[Kind]['answer']>;
  }

  /** Starts the worker ahead of the first request, because it has much code to load. */
  start(): void {
    this.#worker ??= this.#newWorker();
  }

  /** Ends the worker and notifies all waiting callers. */
  close(): void {
    this.#giveUp({ status: 'failed', code: 'CLOSED', message: 'The preview was closed.' });
  }

  #askedNow(): Together {
    if (this.#together === undefined) {
      this.#together = { waiting: 0, answers: [] };
      queueMicrotask(() => (this.#together = undefined));
    }
    return this.#together;
  }

  #newWorker(): EvaluationWorker {
    this.#hasAnswered = false;
    return this.#createWorker({
      onAnswer: (id, outcome) => this.#answer(id, outcome),
      onFailure: (message) => this.#giveUp({ status: 'failed', code: 'PREVIEW_FAILED', message }),
    });
  }

  #answer(id: number, outcome: WorkOutcome): void {
    const [first] = this.#jobs;
    if (first?.message.id !== id) return;
    this.#hasAnswered = true;
    this.#jobs.shift();
    this.#watchFirst();
    settle(first, outcome);
  }

  #watchFirst(): void {
    clearTimeout(this.#timer);
    const [first] = this.#jobs;
    if (first === undefined) return;
    const deadlineMs = this.#deadlineFor(first) + (this.#hasAnswered ? 0 : startMs);
    this.#timer = setTimeout(() => this.#abandonFirst(), deadlineMs);
  }

  #deadlineFor({ message }: Job): number {
    return comparing.has(message.kind) ? comparingDeadlineMs : this.#deadlineMs;
  }

  #abandonFirst(): void {
    const [first, ...rest] = this.#jobs;
    this.#endWorker();
    this.#jobs = rest;
    if (rest.length > 0) {
      const worker = this.#newWorker();
      this.#worker = worker;
      for (const { message } of rest) worker.send(message);
      this.#watchFirst();
    }
    if (first !== undefined) settle(first, tooLong(first, this.#deadlineFor(first)));
  }

  #giveUp(outcome: Failure): void {
    this.#endWorker();
    const jobs = this.#jobs;
    this.#jobs = [];
    for (const job of jobs) settle(job, outcome);
  }

  #endWorker(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}

function settle({ resolve, together }: Job, outcome: WorkOutcome): void {
  together.answers.push(() => resolve(outcome));
  together.waiting -= 1;
  if (together.waiting === 0) for (const answer of together.answers.splice(0)) answer();
}

const tooLong = ({ message: { kind } }: Job, deadlineMs: number): Failure => ({
  status: 'failed',
  code: 'D1012',
  message: comparing.has(kind)
    ? `The fields could not be compared within ${deadlineMs / 1000} s.${kind === 'autoMap' ? ' Close the preview, and open it again later.' : ''}`
    : `The mapping was stopped after ${deadlineMs / 1000} s. Look for recursion without an end.`,
});
