import { and, eq, gt, isNotNull, max, or, sql } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { changeItem, draftRevision } from '../schema/index.ts';

export interface Content {
  readonly definitionId: string;
  readonly document: unknown;
}

/**
 * Everybody who wrote part of a document that is about to be saved as a draft: all who saved a state since the last
 * version, even one that was discarded, and all who ever saved this same content.
 */
export async function contentAuthors(tx: OrganisationTx, { definitionId, document }: Content): Promise<string[]> {
  const [published] = await tx
    .select({ revision: max(changeItem.draftRevision) })
    .from(changeItem)
    .where(and(eq(changeItem.definitionId, definitionId), isNotNull(changeItem.versionId)));
  const sameContent = sql`md5(${draftRevision.document}::text) = md5((${JSON.stringify(document)}::jsonb)::text)`;
  const rows = await tx
    .selectDistinct({ author: sql<string>`unnest(array_append(${draftRevision.authors}, ${draftRevision.savedBy}))` })
    .from(draftRevision)
    .where(
      and(
        eq(draftRevision.definitionId, definitionId),
        or(gt(draftRevision.revision, published?.revision ?? 0), sameContent),
      ),
    );
  return rows.map(({ author }) => author);
}
