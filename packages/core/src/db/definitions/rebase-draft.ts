import { desc, eq } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { draft, version } from '../schema/index.ts';
import { saveDraft, type SavedDraft } from './save-draft.ts';

export interface RebaseDraftInput {
  readonly definitionId: string;
  /** The draft's content brought together with the latest version's, by the person who compared them. */
  readonly document: unknown;
  readonly expectedRevision: number;
  readonly savedBy: string;
}

/**
 * Saves a draft as based on the latest version, after somebody else published one: publishing refuses it until then.
 * @throws DraftConflictError when somebody saved meanwhile
 */
export async function rebaseDraft(
  tx: OrganisationTx,
  input: RebaseDraftInput,
): Promise<SavedDraft & { baseVersionId: string | null }> {
  const saved = await saveDraft(tx, input);
  const [latest] = await tx
    .select({ id: version.id, number: version.number })
    .from(version)
    .where(eq(version.definitionId, input.definitionId))
    .orderBy(desc(version.number))
    .limit(1);
  const baseVersionId = latest?.id ?? null;
  await tx.update(draft).set({ baseVersionId }).where(eq(draft.definitionId, input.definitionId));
  await writeAudit(tx, {
    actor: input.savedBy,
    action: 'draft.rebased',
    subjectType: 'definition',
    subjectId: input.definitionId,
    details: { revision: saved.revision, ontoVersion: latest?.number ?? null },
  });
  return { ...saved, baseVersionId };
}
