import { isNotNull } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { definition } from '../schema/index.ts';
import type { DefinitionKind } from '../schema/definition.ts';
import { DefinitionError } from './definition-error.ts';
import { requireRoomForDefinition } from './room-for-documents.ts';
import { saveDraft } from './save-draft.ts';

export interface CreateDefinitionInput {
  readonly kind: DefinitionKind;
  /** Kebab-case, unique per kind. */
  readonly key: string;
  readonly name: string;
  readonly description?: string;
  readonly ownerUserId?: string;
  /** The first draft. It may be incomplete: drafts are checked when they are submitted. */
  readonly document: unknown;
  readonly createdBy: string;
}

/**
 * Creates a definition with its first draft. A key whose definition was archived is taken over with its history.
 * @throws DefinitionError `DEFINITION_KEY_TAKEN`, `DOCUMENT_NOT_STORABLE`, `DOCUMENTS_TOO_LARGE`, `TOO_MANY_DEFINITIONS`
 */
export async function createDefinition(
  tx: OrganisationTx,
  input: CreateDefinitionInput,
): Promise<{ definitionId: string; revision: number }> {
  const { kind, key, name, description = '', ownerUserId = input.createdBy, document, createdBy } = input;
  await requireRoomForDefinition(tx);
  const [created] = await tx
    .insert(definition)
    .values({ kind, key, name, description, ownerUserId })
    .onConflictDoUpdate({
      target: [definition.organisationId, definition.kind, definition.key],
      set: { name, description, ownerUserId, archivedAt: null },
      setWhere: isNotNull(definition.archivedAt),
    })
    .returning({ id: definition.id });
  if (created === undefined) {
    throw new DefinitionError('DEFINITION_KEY_TAKEN', `There is already a ${kind} "${key}". Choose another key.`);
  }
  await writeAudit(tx, {
    actor: createdBy,
    action: 'definition.created',
    subjectType: kind,
    subjectId: created.id,
    details: { key, name },
  });
  const saved = await saveDraft(tx, { definitionId: created.id, document, expectedRevision: null, savedBy: createdBy });
  return { definitionId: created.id, revision: saved.revision };
}
