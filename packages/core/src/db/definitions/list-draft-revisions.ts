import { and, desc, eq, lt } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { draftRevision, user } from '../schema/index.ts';
import { DefinitionError } from './definition-error.ts';

export interface DraftRevisionSummary {
  readonly revision: number;
  readonly savedBy: string;
  readonly savedByName: string | null;
  readonly savedAt: Date;
}

/** Lists saved states, newest first, without their documents. `before` is the last revision of the previous page. */
export function listDraftRevisions(
  tx: OrganisationTx,
  definitionId: string,
  page: { readonly before?: number; readonly limit?: number } = {},
): Promise<DraftRevisionSummary[]> {
  return tx
    .select({
      revision: draftRevision.revision,
      savedBy: draftRevision.savedBy,
      savedByName: user.name,
      savedAt: draftRevision.savedAt,
    })
    .from(draftRevision)
    .leftJoin(user, eq(user.id, draftRevision.savedBy))
    .where(
      and(
        eq(draftRevision.definitionId, definitionId),
        page.before === undefined ? undefined : lt(draftRevision.revision, page.before),
      ),
    )
    .orderBy(desc(draftRevision.revision))
    .limit(page.limit ?? 50);
}

/** @throws DefinitionError `REVISION_NOT_FOUND` */
export async function loadDraftRevision(
  tx: OrganisationTx,
  definitionId: string,
  revision: number,
): Promise<{ document: unknown }> {
  const [row] = await tx
    .select({ document: draftRevision.document })
    .from(draftRevision)
    .where(and(eq(draftRevision.definitionId, definitionId), eq(draftRevision.revision, revision)));
  if (row === undefined) throw new DefinitionError('REVISION_NOT_FOUND', `There is no revision ${revision}.`);
  return row;
}
