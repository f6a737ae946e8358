import type { OrganisationTx } from '../client.ts';
import type { run } from '../schema/index.ts';
import { enqueueWorkflow } from './engine-queue.ts';
import { engineQueues, engineWorkflows } from './engine-names.ts';

type QueuedRun = Pick<
  typeof run.$inferSelect,
  'id' | 'organisationId' | 'environmentId' | 'definitionId' | 'mode' | 'orderingKey'
>;

/** Hands a run to the engine, behind the earlier runs of its ordering key. */
export async function enqueueRun(tx: OrganisationTx, queued: QueuedRun): Promise<void> {
  const { id, organisationId } = queued;
  await enqueueWorkflow(tx, {
    workflow: engineWorkflows.runFlow,
    queue: engineQueues.runs,
    id,
    args: [{ organisationId, runId: id }],
    partitionKey: partitionOf(queued),
  });
}

/** Runs of one flow in one environment with one ordering key share a partition; test runs wait for nobody. */
function partitionOf({ mode, orderingKey, id, environmentId, definitionId }: QueuedRun): string {
  if (mode === 'test' || orderingKey === null) return id;
  return `${environmentId}:${definitionId}:${orderingKey}`;
}
