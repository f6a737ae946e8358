import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { delivery } from '@throughline/core/db/schema/index';
import type { UndoEntry } from '@throughline/core/db/words/replay-target';

/** Those of the effects that have not been taken back. */
export async function listNotUndone(
  tx: OrganisationTx,
  environmentId: string,
  entries: readonly UndoEntry[],
): Promise<UndoEntry[]> {
  const left: UndoEntry[] = [];
  for (const entry of entries) {
    const { definitionId, step, recordKey, object, externalId } = entry;
    const undone = await tx.$count(
      delivery,
      and(
        eq(delivery.environmentId, environmentId),
        eq(delivery.definitionId, definitionId),
        eq(delivery.step, step),
        eq(delivery.recordKey, recordKey),
        eq(delivery.object, object),
        eq(delivery.externalId, externalId),
        eq(delivery.state, 'undone'),
      ),
    );
    if (undone === 0) left.push(entry);
  }
  return left;
}
