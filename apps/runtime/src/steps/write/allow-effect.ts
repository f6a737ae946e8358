import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run } from '@throughline/core/db/schema/index';
import type { RunContext } from '../../engine/run-context.ts';
import { RunEnded } from '../../engine/run-ended.ts';
import { holdsLease } from '../../store/worker-lease.ts';

/**
 * In the transaction that allows an effect: this worker was not declared dead, and the run was not cancelled. Whoever
 * wants to change either waits for this transaction, so an effect is allowed before or refused after, never both.
 */
export async function allowEffect(tx: OrganisationTx, { services, runId }: RunContext): Promise<void> {
  if (!(await holdsLease(tx, services.lease.workerId))) services.lease.fenced();
  const [current] = await tx.select({ finishedAt: run.finishedAt }).from(run).where(eq(run.id, runId)).for('share');
  if (current === undefined || current.finishedAt !== null) throw new RunEnded('cancelled');
}
