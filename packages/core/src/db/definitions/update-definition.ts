import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { definition, member } from '../schema/index.ts';
import { DefinitionError } from './definition-error.ts';

export interface UpdateDefinitionInput {
  readonly definitionId: string;
  readonly name?: string;
  readonly description?: string;
  readonly ownerUserId?: string | null;
  readonly updatedBy: string;
}

/**
 * Changes what people call a definition and who owns it. The key stays: others refer to it.
 * @throws DefinitionError `DEFINITION_NOT_FOUND`, `OWNER_NOT_FOUND`
 */
export async function updateDefinition(tx: OrganisationTx, input: UpdateDefinitionInput): Promise<void> {
  const { definitionId, updatedBy, ...changes } = input;
  if (changes.ownerUserId != null) await requireMember(tx, changes.ownerUserId);
  const [updated] = await tx
    .update(definition)
    .set(changes)
    .where(eq(definition.id, definitionId))
    .returning({ kind: definition.kind });
  if (updated === undefined) {
    throw new DefinitionError('DEFINITION_NOT_FOUND', `There is no definition ${definitionId}.`);
  }
  await writeAudit(tx, {
    actor: updatedBy,
    action: 'definition.updated',
    subjectType: updated.kind,
    subjectId: definitionId,
    details: changes,
  });
}

async function requireMember(tx: OrganisationTx, userId: string): Promise<void> {
  const members = await tx.$count(member, eq(member.userId, userId));
  if (members === 0) throw new DefinitionError('OWNER_NOT_FOUND', 'The owner is no member of this organisation.');
}
