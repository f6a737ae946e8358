import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { change } from '../schema/index.ts';
import { addDrafts } from './add-drafts.ts';

export interface CreateChangeInput {
  readonly title: string;
  readonly description?: string;
  /** Definitions whose drafts it starts with. */
  readonly definitionIds?: readonly string[];
  readonly createdBy: string;
}

/** Opens a change: a set of drafts that will be reviewed together. @throws ChangeError as `addDrafts` */
export async function createChange(
  tx: OrganisationTx,
  input: CreateChangeInput,
): Promise<{ changeId: string; number: number }> {
  const { title, description = '', createdBy, definitionIds = [] } = input;
  const rows = await tx.insert(change).values({ title, description, createdBy }).returning();
  const [created] = rows;
  if (created === undefined) throw new Error('The change was not stored.');
  await writeAudit(tx, {
    actor: createdBy,
    action: 'change.created',
    subjectType: 'change',
    subjectId: created.id,
    details: { number: created.number, title },
  });
  await addDrafts(tx, { changeId: created.id, definitionIds, addedBy: createdBy });
  return { changeId: created.id, number: created.number };
}
