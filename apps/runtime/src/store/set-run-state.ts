import { and, eq, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run } from '@throughline/core/db/schema/index';

/** Shows a run as waiting (for a time, an event or a person) or as going on. An ended run stays ended. */
export async function setRunState(tx: OrganisationTx, runId: string, state: 'running' | 'waiting'): Promise<void> {
  await tx
    .update(run)
    .set({ state })
    .where(and(eq(run.id, runId), isNull(run.finishedAt)));
}
