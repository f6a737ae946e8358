import { DBOS } from '@dbos-inc/dbos-sdk';
import { stopSteps } from '../store/stop-steps.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import type { Services } from '../run/run-context.ts';

export interface StopRunInput {
  readonly organisationId: string;
  readonly runId: string;
}

/** Wakes up what a cancelled run is waiting for. The run itself is already marked and starts no further effect. */
export async function stopRun(services: Services, { organisationId, runId }: StopRunInput): Promise<void> {
  await DBOS.cancelWorkflow(runId, { cancelChildren: true });
  const at = new Date(services.now());
  await inOrganisation({ services, organisationId }, (tx) => stopSteps(tx, runId, { how: 'cancelled', at }));
}
