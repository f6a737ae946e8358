import { and, eq, inArray, or } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { callTreeIds } from '@throughline/core/db/runs/call-tree-ids';
import { delivery, run } from '@throughline/core/db/schema/index';
import type { DeliveryRow } from './delivery.ts';

/** A run with those that it called, and those that they called. */
export interface CallTree {
  readonly runIds: readonly string[];
  /** When the run itself ended, and with which code; null while it has not. */
  readonly endedAt: Date | null;
  readonly errorCode: string | null;
}

export async function loadCallTree(tx: OrganisationTx, runId: string): Promise<CallTree> {
  const { rows } = await tx.execute<{ id: string }>(callTreeIds(runId));
  const [root] = await tx
    .select({ finishedAt: run.finishedAt, errorCode: run.errorCode })
    .from(run)
    .where(eq(run.id, runId));
  if (root === undefined) throw new Error(`There is no run ${runId}.`);
  return { runIds: rows.map(({ id }) => id), endedAt: root.finishedAt, errorCode: root.errorCode };
}

/** The deliveries by which runs have changed something in a system, or may have. */
export function listDeliveriesLeft(tx: OrganisationTx, runIds: readonly string[]): Promise<DeliveryRow[]> {
  const ids = [...runIds];
  const hasWritten = inArray(delivery.effect, ['created', 'updated', 'repaired', 'deleted']);
  return tx
    .select()
    .from(delivery)
    .where(
      and(
        inArray(delivery.runId, ids),
        or(
          eq(delivery.state, 'sent'),
          and(inArray(delivery.state, ['confirmed', 'undo-failed']), hasWritten),
          // Its last request was refused, and an earlier one made the record.
          and(eq(delivery.state, 'failed'), inArray(delivery.createdByRunId, ids)),
        ),
      ),
    )
    .orderBy(delivery.createdAt, delivery.id);
}
