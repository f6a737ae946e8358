import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { FlowDocument } from '../../flow/definition.ts';
import type { OrganisationTx } from '../client.ts';
import { exception, run } from '../schema/index.ts';
import type { TriggerSource } from '../schema/run.ts';
import type { RunMode } from '../words/run-words.ts';
import { enqueueWorkflow } from './engine-queue.ts';
import { engineQueues, engineWorkflows } from './engine-names.ts';
import { resolvePins } from './resolve-pins.ts';
import type { RunKeys } from './run-keys.ts';

export interface AcceptRunInput {
  readonly runId: string;
  readonly environmentId: string;
  readonly definitionId: string;
  readonly flow: FlowDocument;
  /** Absent for a draft, which `flow` then is. */
  readonly versionId?: string | undefined;
  readonly draftPins?: Readonly<Record<string, unknown>> | undefined;
  /** Of an earlier run that this one repeats; resolved now when absent. */
  readonly pins?: Readonly<Record<string, string>> | undefined;
  readonly keys: Omit<RunKeys, 'isWanted'>;
  readonly mode: RunMode;
  readonly source: TriggerSource;
  readonly payload: unknown;
  readonly occurredAt?: Date | undefined;
  readonly startedBy?: string | undefined;
  readonly traceId?: string | undefined;
  readonly replayOfRunId?: string | undefined;
  readonly exceptionId?: string | undefined;
  readonly itemOverrides?: Readonly<Record<string, unknown>> | undefined;
}

/** Inserts a run with everything it will use fixed, and enqueues it behind the earlier runs of its ordering key. */
export async function acceptRun(tx: OrganisationTx, input: AcceptRunInput): Promise<void> {
  const organisationId = await insertRun(tx, input);
  await enqueueWorkflow(tx, {
    workflow: engineWorkflows.runFlow,
    queue: engineQueues.runs,
    id: input.runId,
    args: [{ organisationId, runId: input.runId }],
    partitionKey: partitionOf(input),
  });
}

/** Inserts a run that stopped before its first step, with its exception: an accepted event is never just gone. */
export async function refuseRun(
  tx: OrganisationTx,
  input: AcceptRunInput,
  code: string,
  message: string,
): Promise<void> {
  await insertRun(tx, input);
  const now = new Date();
  await tx
    .update(run)
    .set({ state: 'failed', errorCode: code, errorMessage: message, finishedAt: now })
    .where(eq(run.id, input.runId));
  const { runId, environmentId, definitionId, keys, payload } = input;
  const { businessKey, businessLabel } = keys;
  await tx.insert(exception).values({
    environmentId,
    definitionId,
    runId,
    stepId: 'trigger',
    path: 'trigger',
    code,
    message,
    businessKey,
    businessLabel,
    payload,
  });
}

async function insertRun(tx: OrganisationTx, input: AcceptRunInput): Promise<string> {
  const { runId, environmentId, definitionId, flow, versionId, keys, mode } = input;
  const pins = input.pins ?? (await resolvePins(tx, environmentId, flow, input.draftPins));
  const rows = await tx
    .insert(run)
    .values({
      id: runId,
      environmentId,
      definitionId,
      versionId,
      draftDocument: versionId === undefined ? flow : undefined,
      pins: { ...pins },
      draftPins: input.draftPins,
      mode,
      source: input.source,
      businessKey: keys.businessKey,
      businessLabel: keys.businessLabel,
      orderingKey: keys.orderingKey,
      trigger: input.payload,
      occurredAt: input.occurredAt,
      startedBy: input.startedBy,
      traceId: input.traceId ?? randomBytes(16).toString('hex'),
      replayOfRunId: input.replayOfRunId,
      exceptionId: input.exceptionId,
      itemOverrides: input.itemOverrides,
    })
    .returning({ organisationId: run.organisationId });
  const [accepted] = rows;
  if (accepted === undefined) throw new Error(`The run ${runId} was not stored.`);
  return accepted.organisationId;
}

/** Runs of one flow in one environment with one ordering key share a partition; test runs wait for nobody. */
function partitionOf({ mode, keys, runId, environmentId, definitionId }: AcceptRunInput): string {
  if (mode === 'test' || keys.orderingKey === undefined) return runId;
  return `${environmentId}:${definitionId}:${keys.orderingKey}`;
}
