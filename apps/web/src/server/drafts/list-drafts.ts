import { asc, eq, inArray, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { change, changeItem } from '@throughline/core/db/schema/change';
import { definition, draft } from '@throughline/core/db/schema/definition';

/** Every draft that could go into a change, with the change that already holds it. */
export const listDrafts = async (tx: OrganisationTx) => {
  const drafts = await tx
    .select({
      definitionId: definition.id,
      kind: definition.kind,
      key: definition.key,
      name: definition.name,
      revision: draft.revision,
      savedAt: draft.updatedAt,
      savedByName: user.name,
    })
    .from(draft)
    .innerJoin(definition, eq(definition.id, draft.definitionId))
    .leftJoin(user, eq(user.id, draft.updatedBy))
    .where(isNull(definition.archivedAt))
    .orderBy(asc(definition.kind), asc(definition.name));
  const held = await tx
    .select({ definitionId: changeItem.definitionId, number: change.number })
    .from(changeItem)
    .innerJoin(change, eq(change.id, changeItem.changeId))
    .where(inArray(change.state, ['open', 'in-review', 'approved']));
  const numbers = new Map(held.map(({ definitionId, number }) => [definitionId, number]));
  return drafts.map((each) => ({ ...each, changeNumber: numbers.get(each.definitionId) ?? null }));
};
