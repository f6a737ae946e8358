import { and, eq } from 'drizzle-orm';
import { writeAudit } from '@throughline/core/db/audit';
import type { OrganisationTx } from '@throughline/core/db';
import { discardDraft as discard, type DiscardDraftInput } from '@throughline/core/db/definitions/discard-draft';
import { DefinitionError } from '@throughline/core/db/definitions/definition-error';
import { draftState } from '@throughline/core/db/definitions/draft-state';
import { listDraftRevisions, loadDraftRevision } from '@throughline/core/db/definitions/list-draft-revisions';
import { saveDraft } from '@throughline/core/db/definitions/save-draft';
import { definition, version } from '@throughline/core/db/schema/definition';
import { latestVersionOf } from './latest-version.ts';

const pageSize = 50;

/** Saved states of a draft, newest first, including those of drafts that were discarded or published. */
export const listRevisions = async (
  tx: OrganisationTx,
  { definitionId, cursor }: { readonly definitionId: string; readonly cursor?: number | null | undefined },
) => {
  const rows = await listDraftRevisions(tx, definitionId, {
    limit: pageSize + 1,
    ...(cursor === undefined || cursor === null ? {} : { before: cursor }),
  });
  const revisions = rows.slice(0, pageSize);
  return { revisions, nextBefore: rows.length > pageSize ? (revisions.at(-1)?.revision ?? null) : null };
};

/** One saved state next to the current one: the draft, or else the latest version. @throws DefinitionError */
export const compareRevision = async (tx: OrganisationTx, definitionId: string, revision: number) => {
  const { document } = await loadDraftRevision(tx, definitionId, revision);
  const [named] = await tx.select({ kind: definition.kind }).from(definition).where(eq(definition.id, definitionId));
  if (named === undefined) throw new DefinitionError('DEFINITION_NOT_FOUND', 'There is no such definition.');
  const draft = await draftState(tx, definitionId);
  const latest = draft === undefined ? await latestVersionOf(tx, definitionId) : undefined;
  return { kind: named.kind, document, current: draft?.document ?? latest?.document ?? null };
};

interface RestoreInput {
  readonly definitionId: string;
  readonly revision: number;
  /** The draft's revision that the person saw; null if there was no draft. */
  readonly expectedRevision: number | null;
  readonly restoredBy: string;
}

/** Makes an earlier state the newest revision; the previous one stays in the history. @throws DraftConflictError */
export const restoreRevision = async (tx: OrganisationTx, { revision, ...input }: RestoreInput) => {
  const { document } = await loadDraftRevision(tx, input.definitionId, revision);
  return restoreDocument(tx, { ...input, document, from: { fromRevision: revision } });
};

interface RestoreDocumentInput extends Omit<RestoreInput, 'revision'> {
  readonly document: unknown;
  /** Where the document comes from, for the audit log. */
  readonly from: Readonly<Record<string, number>>;
}

const restoreDocument = async (tx: OrganisationTx, input: RestoreDocumentInput) => {
  const { definitionId, document, expectedRevision, restoredBy, from } = input;
  const saved = await saveDraft(tx, { definitionId, document, expectedRevision, savedBy: restoredBy });
  await writeAudit(tx, {
    actor: restoredBy,
    action: 'draft.restored',
    subjectType: 'definition',
    subjectId: definitionId,
    details: { ...from, revision: saved.revision },
  });
  return saved;
};

/**
 * Discards a draft. Returns whether the definition was removed from the lists as well, because it was never published.
 */
export const discardDraft = async (tx: OrganisationTx, input: DiscardDraftInput): Promise<{ isArchived: boolean }> => {
  await discard(tx, input);
  const [row] = await tx
    .select({ archivedAt: definition.archivedAt })
    .from(definition)
    .where(eq(definition.id, input.definitionId));
  return { isArchived: row?.archivedAt !== null };
};

interface RestoreVersionInput extends Omit<RestoreInput, 'revision'> {
  readonly versionNumber: number;
}

/**
 * Makes a published version the newest revision of the draft, for example the one that is live after a rollback.
 * @throws DefinitionError, DraftConflictError
 */
export const restoreVersion = async (tx: OrganisationTx, { versionNumber, ...input }: RestoreVersionInput) => {
  const [found] = await tx
    .select({ document: version.document })
    .from(version)
    .where(and(eq(version.definitionId, input.definitionId), eq(version.number, versionNumber)));
  if (found === undefined) throw new DefinitionError('DEFINITION_NOT_FOUND', `There is no version ${versionNumber}.`);
  return restoreDocument(tx, { ...input, document: found.document, from: { fromVersion: versionNumber } });
};
