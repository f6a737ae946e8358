import { and, eq, inArray, ne } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { change, changeItem, definition, draft } from '../schema/index.ts';
import { ChangeError } from './change-error.ts';
import { lockChange } from './lock-change.ts';

export interface AddDraftsInput {
  readonly changeId: string;
  readonly definitionIds: readonly string[];
  readonly addedBy: string;
}

/**
 * Puts drafts into an open change; those already in it stay. A draft is in one running change at most.
 * @throws ChangeError `CHANGE_STATE`, `DRAFT_NOT_FOUND`, `DRAFT_IN_OTHER_CHANGE`
 */
export async function addDrafts(tx: OrganisationTx, input: AddDraftsInput): Promise<void> {
  const { changeId, addedBy } = input;
  const found = await lockChange(tx, changeId, ['open']);
  const definitionIds = [...new Set(input.definitionIds)];
  if (definitionIds.length === 0) return;
  // Drafts are locked in one order, so that two changes can neither take the same draft nor wait for each other.
  const drafts = await tx
    .select({ draft, name: definition.name })
    .from(draft)
    .innerJoin(definition, eq(definition.id, draft.definitionId))
    .where(inArray(draft.definitionId, definitionIds))
    .orderBy(draft.definitionId)
    .for('no key update', { of: draft });
  const missing = definitionIds.filter((id) => !drafts.some(({ draft }) => draft.definitionId === id));
  if (missing.length > 0) {
    throw new ChangeError('DRAFT_NOT_FOUND', `There is no draft of ${missing.join(', ')}. Save one first.`);
  }
  await refuseTaken(tx, changeId, definitionIds);
  for (const { draft: row } of drafts) {
    const { definitionId, document, revision, baseVersionId, authors } = row;
    await tx
      .insert(changeItem)
      .values({ changeId, definitionId, document, draftRevision: revision, baseVersionId, authors })
      .onConflictDoNothing({ target: [changeItem.changeId, changeItem.definitionId] });
  }
  await writeAudit(tx, {
    actor: addedBy,
    action: 'change.drafts-added',
    subjectType: 'change',
    subjectId: changeId,
    details: { number: found.number, definitionIds },
  });
}

async function refuseTaken(tx: OrganisationTx, changeId: string, definitionIds: readonly string[]): Promise<void> {
  const [taken] = await tx
    .select({ name: definition.name, number: change.number })
    .from(changeItem)
    .innerJoin(change, eq(change.id, changeItem.changeId))
    .innerJoin(definition, eq(definition.id, changeItem.definitionId))
    .where(
      and(
        inArray(changeItem.definitionId, [...definitionIds]),
        inArray(change.state, ['open', 'in-review', 'approved']),
        ne(change.id, changeId),
      ),
    )
    .limit(1);
  if (taken === undefined) return;
  throw new ChangeError(
    'DRAFT_IN_OTHER_CHANGE',
    `The draft of "${taken.name}" is already in change ${taken.number}. Remove it there, or work in that change.`,
  );
}
