import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { writeAudit } from '@throughline/core/db/audit';
import { definition } from '@throughline/core/db/schema/definition';
import { startRun, type StartRunResult } from '@throughline/core/db/start-run';
import { Refusal } from '../trpc/refusal.ts';

export interface StartByHandInput {
  readonly environmentId: string;
  readonly flowKey: string;
  /** `$trigger` of the run. */
  readonly payload: unknown;
  readonly reason: string;
  readonly startedBy: string;
}

/**
 * Starts the live version of a flow with data that a person entered. Its trigger's condition and keys apply as for any
 * event.
 */
export const startByHand = async (tx: OrganisationTx, input: StartByHandInput): Promise<StartRunResult> => {
  const { environmentId, flowKey, payload, reason, startedBy } = input;
  const [flow] = await tx
    .select({ id: definition.id })
    .from(definition)
    .where(and(eq(definition.kind, 'flow'), eq(definition.key, flowKey)));
  if (flow === undefined) throw new Refusal('not-found', 'FLOW_NOT_FOUND', `There is no flow “${flowKey}”.`);
  const started = await startRun(tx, {
    environmentId,
    definitionId: flow.id,
    source: 'manual',
    // Each manual start is a separate event, unless the flow's own key says otherwise.
    dedupeKey: `manual:${crypto.randomUUID()}`,
    payload,
    startedBy,
  });
  await writeAudit(tx, {
    actor: startedBy,
    action: 'run.started',
    subjectType: 'flow',
    subjectId: flow.id,
    environmentId,
    details: { key: flowKey, runId: started.runId, note: started.note, reason },
  });
  return started;
};
