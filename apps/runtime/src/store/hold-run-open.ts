import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run } from '@throughline/core/db/schema/index';

/** Tells whether the run has not ended yet, and keeps anyone from ending it until this transaction commits. */
export async function holdRunOpen(tx: OrganisationTx, runId: string): Promise<boolean> {
  const [current] = await tx.select({ finishedAt: run.finishedAt }).from(run).where(eq(run.id, runId)).for('share');
  return current !== undefined && current.finishedAt === null;
}
