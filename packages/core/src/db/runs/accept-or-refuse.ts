import { FlowNotRunnableError } from '../../flow/require-runnable.ts';
import type { OrganisationTx } from '../client.ts';
import { acceptRun, refuseRun, type AcceptRunInput } from './accept-run.ts';

/**
 * Accepts a run. A person who starts a flow by hand is told at once why it cannot run; for an event, an exception says so.
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
