import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { addDrafts } from '@throughline/core/db/changes/add-drafts';
import { ChangeError, type ChangeProblem } from '@throughline/core/db/changes/change-error';
import { createChange } from '@throughline/core/db/changes/create-change';
import type { TestedContent } from '@throughline/core/db/changes/tested-content';
import { submitChange } from '@throughline/core/db/changes/submit-change';
import { change } from '@throughline/core/db/schema/change';
import { checks } from '../checks.ts';
import { Refusal } from '../trpc/refusal.ts';

interface SubmitDraftsInput {
  /** Used for a new change only; an open one keeps its own title and description. */
  readonly title: string;
  readonly description: string;
  /**
   * The drafts to submit, with the revisions that the submitter saw. It has to name every draft that an open change
   * contains.
   */
  readonly drafts: readonly { readonly definitionId: string; readonly revision: number }[];
  /** An open change to submit instead of a new one. */
  readonly changeNumber: number | null;
  readonly submittedBy: string;
}

/** Puts drafts into a change and submits it for review. Returns its number, and warnings. @throws ChangeError */
export const submitDrafts = async (tx: OrganisationTx, input: SubmitDraftsInput, tested: TestedContent) => {
  const { submittedBy, drafts } = input;
  const definitionIds = drafts.map(({ definitionId }) => definitionId);
  const { changeId, number } = await openChange(tx, input, definitionIds);
  const expectedRevisions = Object.fromEntries(drafts.map(({ definitionId, revision }) => [definitionId, revision]));
  const { warnings } = await submitChange(tx, { changeId, submittedBy, expectedRevisions }, checks, tested);
  return { outcome: 'submitted' as const, number, warnings };
};

const openChange = async (
  tx: OrganisationTx,
  { title, description, changeNumber, submittedBy }: SubmitDraftsInput,
  definitionIds: string[],
): Promise<{ changeId: string; number: number }> => {
  if (changeNumber === null) return createChange(tx, { title, description, definitionIds, createdBy: submittedBy });
  const [found] = await tx.select({ id: change.id }).from(change).where(eq(change.number, changeNumber));
  if (found === undefined) throw new Refusal('not-found', 'CHANGE_NOT_FOUND', `There is no change ${changeNumber}.`);
  await addDrafts(tx, { changeId: found.id, definitionIds, addedBy: submittedBy });
  return { changeId: found.id, number: changeNumber };
};

export type SubmitDraftsResult =
  | Awaited<ReturnType<typeof submitDrafts>>
  /** Nothing was written. These are all problems, errors and warnings. */
  | { readonly outcome: 'invalid'; readonly message: string; readonly problems: readonly ChangeProblem[] };

/** Problems of the documents are an answer to show, and not an error. */
export const orProblems = async (submitting: Promise<SubmitDraftsResult>): Promise<SubmitDraftsResult> => {
  try {
    return await submitting;
  } catch (error) {
    if (!(error instanceof ChangeError) || error.code !== 'CHANGE_INVALID') throw error;
    return { outcome: 'invalid', message: error.message, problems: error.problems };
  }
};
