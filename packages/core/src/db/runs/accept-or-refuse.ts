import { FlowNotRunnableError } from '../../flow/require-runnable.ts';
import type { OrganisationTx } from '../client.ts';
import { acceptRun, refuseRun, type AcceptRunInput } from './accept-run.ts';

/**
 * Accepts a run. Whoever starts a flow by hand reads at once why it cannot run; an event becomes an exception that says
 * so.
 * @throws FlowNotRunnableError for a start by hand
 */
export async function acceptOrRefuse(tx: OrganisationTx, input: AcceptRunInput): Promise<void> {
  try {
    await acceptRun(tx, input);
  } catch (error) {
    if (!(error instanceof FlowNotRunnableError) || input.source === 'manual') throw error;
    await refuseRun(tx, input, error);
  }
}
