import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { draft, user } from '../schema/index.ts';
import type { DraftState } from './definition-error.ts';

/** The draft as it is now, with who saved it; undefined when there is none. */
export async function draftState(tx: OrganisationTx, definitionId: string): Promise<DraftState | undefined> {
  const [row] = await tx
    .select({
      revision: draft.revision,
      document: draft.document,
      savedBy: draft.updatedBy,
      savedByName: user.name,
      savedAt: draft.updatedAt,
    })
    .from(draft)
    .leftJoin(user, eq(user.id, draft.updatedBy))
    .where(eq(draft.definitionId, definitionId));
  return row && { ...row, savedByName: row.savedByName ?? undefined };
}
