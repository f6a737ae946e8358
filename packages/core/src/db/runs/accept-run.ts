import { randomBytes } from 'node:crypto';
import { eq, type SQL } from 'drizzle-orm';
import type { FlowDocument } from '../../flow/definition.ts';
import { requireRunnable } from '../../flow/require-runnable.ts';
import type { OrganisationTx } from '../client.ts';
import { jsonValue } from '../json-value.ts';
import { exception, run } from '../schema/index.ts';
import type { TriggerSource } from '../schema/run.ts';
import type { ReplayTarget, RunTarget } from '../words/replay-target.ts';
import type { RunMode } from '../words/run-words.ts';
import { enqueueRun } from './enqueue-run.ts';
import { resolvePins, type Resolved } from './resolve-pins.ts';
import { mustPark, requireRoomForTest } from './room-for-runs.ts';
import type { RunKeys } from './run-keys.ts';

export interface AcceptRunInput {
  readonly runId: string;
  readonly environmentId: string;
  readonly definitionId: string;
  readonly flow: FlowDocument;
  /** Absent for a draft, which `flow` then is. */
  readonly versionId?: string | undefined;
  readonly draftPins?: Readonly<Record<string, unknown>> | undefined;
  /** The versions of an earlier run that this one repeats; resolved now when absent. */
  readonly pins?: Readonly<Record<string, string>> | undefined;
  readonly keys: Omit<RunKeys, 'isWanted'>;
  readonly mode: RunMode;
  readonly source: TriggerSource;
  readonly payload: unknown;
  readonly occurredAt?: Date | undefined;
  readonly startedBy?: string | undefined;
  readonly causedByRunId?: string | undefined;
  readonly traceId?: string | undefined;
  readonly replayOfRunId?: string | undefined;
  readonly exceptionId?: string | undefined;
  /** Absent when the run does everything. */
  readonly target?: RunTarget | undefined;
}

/**
 * Inserts a run with everything it will use fixed, and hands it to the engine. When the organisation has as many runs
 * there as it may have, the run waits in the table until there is room; a test run is refused.
 * @throws RunError `TOO_MANY_TESTS`
 * @throws FlowNotRunnableError when the flow, or one that it calls, would not end or do too much
 */
export async function acceptRun(tx: OrganisationTx, input: AcceptRunInput): Promise<void> {
  if (input.mode === 'test' && input.source !== 'call') await requireRoomForTest(tx);
  const { pins, flows } = await pinsOf(tx, input);
  requireRunnable(input.flow, flows);
  const isParked = input.mode === 'test' ? false : mustPark;
  const accepted = await insertRun(tx, input, pins, isParked);
  if (!accepted.isParked) await enqueueRun(tx, accepted);
}

/** Why a run stops before its first step. */
export interface RunRefusal {
  readonly code: string;
  readonly message: string;
  /** What a replay of the exception repeats; the whole run when absent. */
  readonly replay?: ReplayTarget | undefined;
}

/** A run that is refused may be one of a flow that cannot be read. */
export type RefuseRunInput = Omit<AcceptRunInput, 'flow'> & { readonly flow: FlowDocument | undefined };

/** Inserts a run that stopped before its first step, with its exception: an accepted event is never just gone. */
export async function refuseRun(
  tx: OrganisationTx,
  input: RefuseRunInput,
  { code, message, replay }: RunRefusal,
): Promise<void> {
  const { flow } = input;
  const { pins } = flow === undefined ? noPins : await pinsOf(tx, { ...input, flow });
  await insertRun(tx, input, pins, false);
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
    payload: jsonValue(payload),
    target: replay,
  });
}

const noPins: Pick<Resolved, 'pins'> = { pins: {} };

async function pinsOf(tx: OrganisationTx, input: AcceptRunInput): Promise<Resolved> {
  if (input.pins !== undefined) return { pins: input.pins, flows: new Map() };
  return resolvePins(tx, input.environmentId, input.flow, input.draftPins);
}

async function insertRun(
  tx: OrganisationTx,
  input: RefuseRunInput,
  pins: Readonly<Record<string, string>>,
  isParked: SQL<boolean> | false,
) {
  const { runId, environmentId, definitionId, flow, versionId, keys, mode } = input;
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
      trigger: jsonValue(input.payload),
      occurredAt: input.occurredAt,
      startedBy: input.startedBy,
      causedByRunId: input.causedByRunId,
      traceId: input.traceId ?? randomBytes(16).toString('hex'),
      replayOfRunId: input.replayOfRunId,
      exceptionId: input.exceptionId,
      isParked,
      target: input.target,
    })
    .returning();
  const [accepted] = rows;
  if (accepted === undefined) throw new Error(`The run ${runId} was not stored.`);
  return accepted;
}
