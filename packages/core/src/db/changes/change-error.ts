import type { Problem } from '../../flow/problem.ts';
import type { DefinitionKind } from '../schema/definition.ts';

export type ChangeErrorCode =
  | 'CHANGE_NOT_FOUND'
  | 'CHANGE_STATE'
  | 'CHANGE_EMPTY'
  | 'CHANGE_INVALID'
  | 'CHANGE_RESUBMITTED'
  | 'DRAFT_NOT_FOUND'
  | 'DRAFT_IN_OTHER_CHANGE'
  | 'DRAFT_CHANGED'
  | 'CONTENT_CHANGED'
  | 'OWN_WORK'
  | 'NOT_INDEPENDENT'
  | 'SURPRISES_OPEN'
  | 'ITEM_NOT_FOUND'
  | 'THREAD_NOT_FOUND'
  | 'TOO_MANY_COMMENTS'
  | 'TOO_MANY_VERDICTS'
  | 'NOT_PUBLISHABLE'
  | 'ALREADY_LIVE'
  | 'ENVIRONMENT_ORDER'
  | 'RELEASE_NOT_FOUND'
  | 'RELEASE_SUPERSEDED';

/** A problem of one document of a change. */
export interface ChangeProblem extends Omit<Problem, 'code'> {
  readonly code: Problem['code'] | 'STALE' | 'TOO_MUCH_TO_CHECK';
  readonly definitionId: string;
  readonly kind: DefinitionKind;
  readonly key: string;
  /** What people call the document. */
  readonly name: string;
}

/** A change cannot do what was asked. Nothing was written. */
export class ChangeError extends Error {
  override readonly name = 'ChangeError';
  readonly code: ChangeErrorCode;
  /** For `CHANGE_INVALID` and `NOT_PUBLISHABLE`: everything that is in the way, errors and warnings. */
  readonly problems: readonly ChangeProblem[];

  constructor(code: ChangeErrorCode, message: string, problems: readonly ChangeProblem[] = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}
