import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { changeItem, definition } from '../schema/index.ts';
import type { PublishItem } from './check-publishing.ts';

/** The documents of a change as they were submitted, by kind and key. */
export async function loadChangeItems(tx: OrganisationTx, changeId: string): Promise<PublishItem[]> {
  const items = await tx
    .select({ item: changeItem, kind: definition.kind, key: definition.key, name: definition.name })
    .from(changeItem)
    .innerJoin(definition, eq(definition.id, changeItem.definitionId))
    .where(eq(changeItem.changeId, changeId))
    .orderBy(definition.kind, definition.key);
  return items.map(({ item, ...named }) => ({ ...item, ...named }));
}
