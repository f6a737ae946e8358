import { and, eq, inArray } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { change, changeItem, definition, draft, version } from '../schema/index.ts';
import { DefinitionError, DraftConflictError } from './definition-error.ts';
import { draftState } from './draft-state.ts';

export interface DiscardDraftInput {
  readonly definitionId: string;
  readonly expectedRevision: number;
  readonly discardedBy: string;
}

/**
 * Removes a draft; its revisions stay. A definition that was never published is archived with it.
 * @throws DraftConflictError when somebody saved meanwhile
 * @throws DefinitionError `DRAFT_IN_REVIEW` when a change under review holds it
 */
export async function discardDraft(tx: OrganisationTx, input: DiscardDraftInput): Promise<void> {
  const { definitionId, expectedRevision, discardedBy } = input;
  const [removed] = await tx
    .delete(draft)
    .where(and(eq(draft.definitionId, definitionId), eq(draft.revision, expectedRevision)))
    .returning({ revision: draft.revision });
  if (removed === undefined) throw new DraftConflictError(await draftState(tx, definitionId));
  await leaveChanges(tx, definitionId);
  const [published] = await tx
    .select({ id: version.id })
    .from(version)
    .where(eq(version.definitionId, definitionId))
    .limit(1);
  if (published === undefined) {
    await tx.update(definition).set({ archivedAt: new Date() }).where(eq(definition.id, definitionId));
  }
  await writeAudit(tx, {
    actor: discardedBy,
    action: 'draft.discarded',
    subjectType: 'definition',
    subjectId: definitionId,
    details: { revision: expectedRevision, isArchived: published === undefined },
  });
}

async function leaveChanges(tx: OrganisationTx, definitionId: string): Promise<void> {
  const holders = await tx
    .select({ itemId: changeItem.id, state: change.state, number: change.number })
    .from(changeItem)
    .innerJoin(change, eq(change.id, changeItem.changeId))
    .where(and(eq(changeItem.definitionId, definitionId), inArray(change.state, ['open', 'in-review', 'approved'])));
  const reviewed = holders.find(({ state }) => state !== 'open');
  if (reviewed !== undefined) {
    throw new DefinitionError(
      'DRAFT_IN_REVIEW',
      `Change ${reviewed.number} holds this draft and is under review. Withdraw the change first.`,
    );
  }
  for (const { itemId } of holders) await tx.delete(changeItem).where(eq(changeItem.id, itemId));
}
