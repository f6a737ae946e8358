import { AutoMapWork, type AutoMapAnswer, type AutoMapRequest } from '../auto-map/auto-map-work.ts';
import { CheckWork, type CheckRequest, type MappingCheck, type TypeNote, type TypeRequest } from './check-work.ts';
import { testCoverage, type CoverageAnswer, type CoverageRequest } from '../test-coverage/coverage-work.ts';
import { ghostFields, type GhostField, type GhostRequest } from '../ghosts/ghost-work.ts';
import { evaluateRequest } from './evaluate-request.ts';
import type { EvaluationRequest, EvaluationResult } from './evaluation-message.ts';
import { seenValues, type SeenRequest, type SeenValue } from './seen-values.ts';
import { LastParsed } from './last-parsed.ts';
import {
  explainField,
  fillOfFields,
  type ExplainRequest,
  type FieldExplanation,
  type FieldFill,
  type FillRequest,
} from './sample-work.ts';

/** The work that the worker does, by kind. */
export interface Work {
  readonly evaluate: { readonly request: EvaluationRequest; readonly answer: EvaluationResult };
  readonly check: { readonly request: CheckRequest; readonly answer: MappingCheck };
  readonly typeAt: { readonly request: TypeRequest; readonly answer: TypeNote | undefined };
  readonly explain: { readonly request: ExplainRequest; readonly answer: FieldExplanation };
  readonly autoMap: { readonly request: AutoMapRequest; readonly answer: AutoMapAnswer };
  readonly ghosts: { readonly request: GhostRequest; readonly answer: readonly GhostField[] };
  readonly testCoverage: { readonly request: CoverageRequest; readonly answer: CoverageAnswer };
  readonly seenValues: { readonly request: SeenRequest; readonly answer: readonly SeenValue[] };
  readonly fillRates: { readonly request: FillRequest; readonly answer: readonly FieldFill[] };
}

export type WorkKind = keyof Work;

type WorkMessages = {
  readonly [Kind in WorkKind]: { readonly id: number; readonly kind: Kind; readonly request: Work[Kind]['request'] };
};
export type WorkMessage = WorkMessages[WorkKind];

export type WorkOutcome<Answer = unknown> =
  | { readonly status: 'done'; readonly answer: Answer }
  | { readonly status: 'failed'; readonly code: string; readonly message: string };

export interface WorkAnswer {
  readonly id: number;
  readonly outcome: WorkOutcome;
}

type WorkHandlers = { readonly [Kind in WorkKind]: (request: Work[Kind]['request']) => Work[Kind]['answer'] };

/** Does one piece of work after the other, and keeps what the next one can reuse. */
export class Workbench {
  readonly #handlers: WorkHandlers;

  constructor() {
    const parsed = new LastParsed();
    const checks = new CheckWork(parsed);
    const autoMap = new AutoMapWork();
    this.#handlers = {
      evaluate: (request) => evaluateRequest(request, parsed),
      check: (request) => checks.check(request),
      typeAt: (request) => checks.typeAt(request),
      explain: explainField,
      autoMap: (request) => autoMap.propose(request),
      ghosts: (request) => ghostFields(checks.checked(request), request),
      seenValues,
      testCoverage,
      fillRates: fillOfFields,
    };
  }

  /** Never throws: an error is the outcome. */
  do({ kind, request }: WorkMessage): WorkOutcome {
    try {
      return { status: 'done', answer: this.#handle(kind, request) };
    } catch (error) {
      return { status: 'failed', code: 'WORK_FAILED', message: String(error) };
    }
  }

  #handle<Kind extends WorkKind>(kind: Kind, request: Work[Kind]['request']): Work[Kind]['answer'] {
    return this.#handlers[kind](request);
  }
}
