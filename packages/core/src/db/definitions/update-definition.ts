import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { definition } from '../schema/index.ts';
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
 * @throws DefinitionError `DEFINITION_NOT_FOUND`
 */
export async function updateDefinition(tx: OrganisationTx, input: UpdateDefinitionInput): Promise<void> {
  const { definitionId, updatedBy, ...changes } = input;
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
