export type DefinitionErrorCode =
  | 'DEFINITION_NOT_FOUND'
  | 'OWNER_NOT_FOUND'
  | 'DEFINITION_KEY_TAKEN'
  | 'DEFINITION_IN_USE'
  | 'DRAFT_NOT_FOUND'
  | 'DRAFT_IN_REVIEW'
  | 'DOCUMENT_NOT_STORABLE'
  | 'DOCUMENTS_TOO_LARGE'
  | 'TOO_MANY_DEFINITIONS'
  | 'REVISION_NOT_FOUND';

/** Something about a definition or its draft does not allow what was asked; the message says what to do. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  readonly code: DefinitionErrorCode;

  constructor(code: DefinitionErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** What another save has meanwhile made of a draft. */
export interface DraftState {
  readonly revision: number;
  readonly document: unknown;
  readonly savedBy: string;
  /** Absent when the person is no longer a member. */
  readonly savedByName: string | undefined;
  readonly savedAt: Date;
}

/** A save named an older revision than the current one, so nothing was written. */
export class DraftConflictError extends Error {
  override readonly name = 'DraftConflictError';
  readonly code = 'DRAFT_CONFLICT';
  /** Undefined when the draft is gone: discarded, or published. */
  readonly current: DraftState | undefined;

  constructor(current: DraftState | undefined) {
    super(
      current === undefined
        ? 'This draft was discarded or published meanwhile. Your state is not saved: copy it, then open what is live.'
        : `${current.savedByName ?? 'Somebody'} saved this draft at ${current.savedAt.toISOString()} (revision ` +
            `${current.revision}). Your state is not saved: compare the two, then save on top of theirs.`,
    );
    this.current = current;
  }
}
