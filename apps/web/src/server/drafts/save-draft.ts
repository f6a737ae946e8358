import type { OrganisationTx } from '@throughline/core/db';
import { DraftConflictError, type DraftState } from '@throughline/core/db/definitions/definition-error';
import { saveDraft as store, type SaveDraftInput } from '@throughline/core/db/definitions/save-draft';

export type SaveDraftResult =
  | { readonly outcome: 'saved'; readonly revision: number; readonly savedAt: Date }
  /** Somebody else saved first. `current` is their state, or null if the draft is gone. Nothing was written. */
  | { readonly outcome: 'conflict'; readonly message: string; readonly current: DraftState | null };

/**
 * Saves a draft. A conflict is an answer and not an error, because the editor needs the other state in order to show
 * both.
 */
export const saveDraft = async (tx: OrganisationTx, input: SaveDraftInput): Promise<SaveDraftResult> => {
  try {
    const { revision } = await store(tx, input);
    return { outcome: 'saved', revision, savedAt: new Date() };
  } catch (error) {
    if (!(error instanceof DraftConflictError)) throw error;
    return { outcome: 'conflict', message: error.message, current: error.current ?? null };
  }
};
