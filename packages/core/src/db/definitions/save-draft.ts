import { and, desc, eq, max, sql } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { definition, draft, draftRevision, version } from '../schema/index.ts';
import { contentAuthors } from './content-authors.ts';
import { DefinitionError, DraftConflictError } from './definition-error.ts';
import { draftState } from './draft-state.ts';
import { requireStorable } from './require-storable.ts';
import { requireRoomForDraft } from './room-for-documents.ts';

export interface SaveDraftInput {
  readonly definitionId: string;
  readonly document: unknown;
  /** The revision the document was edited from; null when there was no draft, which starts one from the latest version. */
  readonly expectedRevision: number | null;
  readonly savedBy: string;
}

export interface SavedDraft {
  readonly revision: number;
}

/**
 * Saves a draft on top of the revision it was edited from, and keeps that state in its history.
 * @throws DraftConflictError when another save came first: it tells who, when, and the current document
 * @throws DefinitionError `DEFINITION_NOT_FOUND`, `DOCUMENT_NOT_STORABLE`, `DOCUMENTS_TOO_LARGE`
 */
export async function saveDraft(tx: OrganisationTx, input: SaveDraftInput): Promise<SavedDraft> {
  requireStorable(input.document);
  await requireRoomForDraft(tx, input);
  const authors = [...new Set([...(await contentAuthors(tx, input)), input.savedBy])];
  const save = input.expectedRevision === null ? insertDraft : updateDraft;
  const saved = await save(tx, { ...input, authors });
  if (saved === undefined) throw new DraftConflictError(await draftState(tx, input.definitionId));
  const { definitionId, document, savedBy } = input;
  await tx.insert(draftRevision).values({ ...saved, definitionId, document, savedBy, savedAt: sql`clock_timestamp()` });
  return { revision: saved.revision };
}

interface AuthoredDraft extends SaveDraftInput {
  readonly authors: readonly string[];
}

interface StoredDraft {
  readonly revision: number;
  readonly authors: string[];
}

/** One statement compares and writes, so the second of two savers from one revision finds no row. */
async function updateDraft(tx: OrganisationTx, input: AuthoredDraft): Promise<StoredDraft | undefined> {
  const { definitionId, document, expectedRevision, savedBy, authors } = input;
  const [row] = await tx
    .update(draft)
    .set({
      document,
      revision: sql`${draft.revision} + 1`,
      updatedBy: savedBy,
      updatedAt: sql`clock_timestamp()`,
      authors: sql`array(select distinct unnest(${draft.authors} || ${sql.param(authors, draft.authors)}))`,
    })
    .where(and(eq(draft.definitionId, definitionId), eq(draft.revision, expectedRevision ?? 0)))
    .returning({ revision: draft.revision, authors: draft.authors });
  return row;
}

async function insertDraft(tx: OrganisationTx, input: AuthoredDraft): Promise<StoredDraft | undefined> {
  const { definitionId, document, savedBy, authors } = input;
  // Locked, so that publishing (which ends a draft and makes a version) happens wholly before or after.
  const [found] = await tx
    .select({ id: definition.id })
    .from(definition)
    .where(eq(definition.id, definitionId))
    .for('no key update');
  if (found === undefined) {
    throw new DefinitionError('DEFINITION_NOT_FOUND', `There is no definition ${definitionId}.`);
  }
  const [latest] = await tx
    .select({ id: version.id })
    .from(version)
    .where(eq(version.definitionId, definitionId))
    .orderBy(desc(version.number))
    .limit(1);
  // Numbering continues after a draft was discarded or published. Revisions are kept, and each number means one state.
  const [earlier] = await tx
    .select({ revision: max(draftRevision.revision) })
    .from(draftRevision)
    .where(eq(draftRevision.definitionId, definitionId));
  const [row] = await tx
    .insert(draft)
    .values({
      definitionId,
      document,
      revision: (earlier?.revision ?? 0) + 1,
      baseVersionId: latest?.id,
      authors: [...authors],
      updatedBy: savedBy,
      updatedAt: sql`clock_timestamp()`,
    })
    .onConflictDoNothing({ target: draft.definitionId })
    .returning({ revision: draft.revision, authors: draft.authors });
  return row;
}
