import { and, eq, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run } from '@throughline/core/db/schema/index';

/** What people read beside the run's key. The first value stays. */
export async function setRunLabel(tx: OrganisationTx, runId: string, label: string): Promise<void> {
  await tx
    .update(run)
    .set({ businessLabel: label })
    .where(and(eq(run.id, runId), isNull(run.businessLabel)));
}
