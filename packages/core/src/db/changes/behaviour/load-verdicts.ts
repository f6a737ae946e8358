import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../../client.ts';
import { surpriseVerdict, user } from '../../schema/index.ts';

/** What was said about the surprises of a change, in the order in which it was written under the change's lock. */
export function loadVerdicts(tx: OrganisationTx, changeId: string) {
  return tx
    .select({
      definitionId: surpriseVerdict.definitionId,
      field: surpriseVerdict.field,
      content: surpriseVerdict.content,
      effects: surpriseVerdict.effects,
      kind: surpriseVerdict.kind,
      reason: surpriseVerdict.reason,
      userId: surpriseVerdict.userId,
      userName: user.name,
      userEmail: user.email,
      createdAt: surpriseVerdict.createdAt,
    })
    .from(surpriseVerdict)
    .leftJoin(user, eq(user.id, surpriseVerdict.userId))
    .where(eq(surpriseVerdict.changeId, changeId))
    .orderBy(surpriseVerdict.createdAt, surpriseVerdict.id);
}
