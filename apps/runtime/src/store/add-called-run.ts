import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { jsonValue } from '@throughline/core/db/json-value';
import { definition, run } from '@throughline/core/db/schema/index';

export interface CalledRunInput {
  readonly runId: string;
  readonly parentRunId: string;
  /** Path of the calling step. */
  readonly parentPath: string;
  readonly flowKey: string;
  readonly payload: unknown;
}

/** The run of a flow that another run calls: same versions, mode and keys as its caller, once per run and step. */
export async function addCalledRun(
  tx: OrganisationTx,
  { runId, parentRunId, parentPath, flowKey, payload }: CalledRunInput,
): Promise<{ runId: string }> {
  const [parent] = await tx.select().from(run).where(eq(run.id, parentRunId));
  const [called] = await tx
    .select({ id: definition.id })
    .from(definition)
    .where(and(eq(definition.kind, 'flow'), eq(definition.key, flowKey)));
  if (parent === undefined || called === undefined) throw new Error(`The flow "${flowKey}" or its caller is gone.`);
  const name = `flow:${flowKey}`;
  await tx
    .insert(run)
    .values({
      id: runId,
      environmentId: parent.environmentId,
      definitionId: called.id,
      versionId: parent.draftPins?.[name] === undefined ? parent.pins[name] : undefined,
      draftDocument: parent.draftPins?.[name],
      pins: parent.pins,
      draftPins: parent.draftPins,
      mode: parent.mode,
      source: 'call',
      businessKey: parent.businessKey,
      businessLabel: parent.businessLabel,
      trigger: jsonValue(payload),
      startedBy: parent.startedBy,
      traceId: parent.traceId,
      parentRunId,
      parentPath,
    })
    .onConflictDoNothing();
  return { runId };
}
