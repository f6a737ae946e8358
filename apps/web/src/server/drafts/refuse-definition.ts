import { DefinitionError, type DefinitionErrorCode } from '@throughline/core/db/definitions/definition-error';
import { Refusal, type RefusalKind } from '../trpc/refusal.ts';

/** Runs work on a definition; what does not allow it becomes a refusal that the browser can show. */
export const refuseDefinition = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DefinitionError)
      throw new Refusal(kinds[error.code], error.code, error.message, { cause: error });
    throw error;
  }
};

const kinds: Record<DefinitionErrorCode, RefusalKind> = {
  DEFINITION_NOT_FOUND: 'not-found',
  DEFINITION_KEY_TAKEN: 'conflict',
  DEFINITION_IN_USE: 'conflict',
  DRAFT_NOT_FOUND: 'not-found',
  DRAFT_IN_REVIEW: 'conflict',
  DOCUMENT_NOT_STORABLE: 'invalid',
  REVISION_NOT_FOUND: 'not-found',
};
