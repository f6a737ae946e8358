export interface FailureDetail {
  readonly code: string;
  readonly message: string;
}

/** A failure as plain JSON, the form in which it is journaled and passed between workflows. */
export interface FailureFacts {
  /** Business code, upper-case words joined by underscores. */
  readonly code: string;
  readonly message: string;
  readonly details: readonly FailureDetail[];
  /** What the operator may edit, when that is not the trigger's data. */
  readonly payload?: { readonly data: unknown } | undefined;
  /** Error class of the connector, or `internal`. */
  readonly class: string;
  /** It ends the whole run: no `onError` handles it, and no loop continues after it. */
  readonly endsRun?: true | undefined;
  /** Where it happened, filled in by the step that failed. */
  readonly stepId?: string | undefined;
  readonly path?: string | undefined;
}

/** A step failed for good: its `onError` body takes over, or the run stops with an exception. */
export class StepFailure extends Error {
  override readonly name = 'StepFailure';
  readonly facts: FailureFacts;

  constructor(facts: FailureFacts, options?: ErrorOptions) {
    super(facts.message, options);
    this.facts = facts;
  }
}

/** Which of two failures of parts side by side is reported: one that ends the whole run comes before a step's own. */
export const graverOf = (first: FailureFacts | null, second: FailureFacts | null): FailureFacts | null =>
  first === null || (second?.endsRun === true && first.endsRun !== true) ? second : first;

/** A replay did not find what it was to repeat. */
export const targetGone = ({ message }: Error): FailureFacts => ({
  code: 'REPLAY_TARGET_GONE',
  message,
  class: 'business',
  details: [],
});

/** A business failure. Retrying does not help, so a person has to look at it. */
export const businessFailure = (
  code: string,
  message: string,
  more: Pick<FailureFacts, 'payload'> & { readonly details?: readonly FailureDetail[] } = {},
): StepFailure =>
  new StepFailure({ code, message, class: 'business', details: more.details ?? [], payload: more.payload });
