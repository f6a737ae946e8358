import type { OrganisationTx } from '@throughline/core/db';
import type { RunContext } from '../run/run-context.ts';
import { RunEnded } from '../failures/run-ended.ts';
import { holdRunOpen } from '../store/hold-run-open.ts';
import { holdsLease } from '../store/worker-lease.ts';

/**
 * Allows an effect in a transaction: this worker was not declared dead, and the run was not cancelled. Whoever wants to
 * change either waits for this transaction, so an effect is either allowed before the change or refused after it, but
 * never both.
 */
export async function allowEffect(tx: OrganisationTx, { services, runId }: RunContext): Promise<void> {
  if (!(await holdsLease(tx, services.lease.workerId))) services.lease.fenced();
  if (!(await holdRunOpen(tx, runId))) throw new RunEnded('cancelled');
}
