import { and, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { change, changeItem } from '@throughline/core/db/schema/change';

/** The open change that contains this definition's draft; null if there is none. */
export const runningChangeOf = async (tx: OrganisationTx, definitionId: string) => {
  const [found] = await tx
    .select({ number: change.number, title: change.title, state: change.state })
    .from(changeItem)
    .innerJoin(change, eq(change.id, changeItem.changeId))
    .where(and(eq(changeItem.definitionId, definitionId), inArray(change.state, ['open', 'in-review', 'approved'])))
    .limit(1);
  return found ?? null;
};
