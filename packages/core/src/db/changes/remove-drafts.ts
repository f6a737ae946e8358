import { and, eq, inArray } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { changeItem } from '../schema/index.ts';
import { lockChange } from './lock-change.ts';

export interface RemoveDraftsInput {
  readonly changeId: string;
  readonly definitionIds: readonly string[];
  readonly removedBy: string;
}

/** Takes drafts out of an open change; the drafts themselves stay. @throws ChangeError `CHANGE_STATE` */
export async function removeDrafts(tx: OrganisationTx, input: RemoveDraftsInput): Promise<void> {
  const { changeId, definitionIds, removedBy } = input;
  const { number } = await lockChange(tx, changeId, ['open']);
  await tx
    .delete(changeItem)
    .where(and(eq(changeItem.changeId, changeId), inArray(changeItem.definitionId, [...definitionIds])));
  await writeAudit(tx, {
    actor: removedBy,
    action: 'change.drafts-removed',
    subjectType: 'change',
    subjectId: changeId,
    details: { number, definitionIds },
  });
}
