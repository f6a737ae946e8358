import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { FlowDocument } from '../../flow/definition.ts';
import { readFlow } from '../../flow/read-flow.ts';
import type { OrganisationTx } from '../client.ts';
import { findLiveFlow, UnreadableFlowError, type UnreadableFlow } from '../events/live-flow.ts';
import { definition, run, version } from '../schema/index.ts';
import { acceptRun } from './accept-run.ts';
import { refuseWhileReplayed } from './refuse-while-replayed.ts';
import type { RunTarget } from '../words/replay-target.ts';
import { RunError } from './run-error.ts';
import { whyNotReplayable } from './why-not-replayable.ts';

export interface ReplayRunInput {
  readonly runId: string;
  readonly startedBy: string;
  /** `live` repeats with what is published now, `same` with the versions of the repeated run. Defaults to `live`. */
  readonly versions?: 'live' | 'same' | undefined;
  /** Instead of the run's own trigger data. */
  readonly payload?: { readonly data: unknown } | undefined;
  readonly exceptionId?: string | undefined;
  /** Defaults to what the repeated run was limited to; `everything` lifts that. */
  readonly target?: RunTarget | 'everything' | undefined;
}

type RunRow = typeof run.$inferSelect;

/**
 * Starts a run that repeats an earlier, finished one, in the caller's transaction. What the earlier one already wrote
 * is found in its deliveries and not written again. Of several calls at once, one starts a run. Only a flow that is live is repeated: one that was withdrawn must not
 * run again. Returns the new run's id.
 * @throws RunError `RUN_NOT_FOUND`, `RUN_NOT_FINISHED`, `RUN_BEING_REPLAYED`, `RUN_DATA_REMOVED`, `NOTHING_TO_REPLAY`, `FLOW_NOT_LIVE`, `TOO_MANY_TESTS`
 * @throws UnreadableFlowError
 */
export async function replayRun(tx: OrganisationTx, input: ReplayRunInput): Promise<string> {
  const [earlier] = await tx.select().from(run).where(eq(run.id, input.runId)).for('no key update');
  if (earlier === undefined) throw new RunError('RUN_NOT_FOUND', `There is no run ${input.runId}.`);
  if (earlier.finishedAt === null) {
    throw new RunError('RUN_NOT_FINISHED', 'This run has not ended yet. Wait for it, or cancel it first.');
  }
  if (earlier.dataRemovedAt !== null) {
    throw new RunError(
      'RUN_DATA_REMOVED',
      'The event of this run was removed when its retention had passed. Start a new run with the data of today.',
    );
  }
  const refusal = await whyNotReplayable(tx, earlier.id);
  if (refusal !== undefined) throw refusal;
  const target = targetOf(input, earlier);
  await refuseWhileReplayed(tx, earlier.id, target);
  const { flow, versionId, pins } = await documentsFor(tx, earlier, input.versions, target);
  const runId = v7();
  const { environmentId, definitionId, mode, businessKey, businessLabel, orderingKey, occurredAt } = earlier;
  await acceptRun(tx, {
    runId,
    environmentId,
    definitionId,
    flow,
    versionId,
    pins,
    draftPins: earlier.draftPins ?? undefined,
    mode,
    source: 'replay',
    payload: input.payload === undefined ? earlier.trigger : input.payload.data,
    // The keys stay those of the event, because an edit must not move a record out of its order or its trace.
    keys: {
      businessKey: businessKey ?? undefined,
      businessLabel: businessLabel ?? undefined,
      orderingKey: orderingKey ?? undefined,
    },
    occurredAt: occurredAt ?? undefined,
    startedBy: input.startedBy,
    traceId: earlier.traceId ?? undefined,
    replayOfRunId: earlier.id,
    exceptionId: input.exceptionId,
    target,
  });
  return runId;
}

function targetOf({ target }: ReplayRunInput, earlier: RunRow): RunTarget | undefined {
  if (target === 'everything') return undefined;
  return target ?? earlier.target ?? undefined;
}

interface ReplayDocuments {
  readonly flow: FlowDocument;
  readonly versionId?: string | undefined;
  readonly pins?: Readonly<Record<string, string>> | undefined;
}

async function documentsFor(
  tx: OrganisationTx,
  earlier: RunRow,
  versions: 'live' | 'same' | undefined,
  target: RunTarget | undefined,
): Promise<ReplayDocuments> {
  if (earlier.versionId === null) {
    const wayOut = 'Test the draft as it is now.';
    return { flow: flowOf(earlier.draftDocument, { which: 'The draft that this run tested', wayOut }) };
  }
  // Taking an effect back needs no flow: it is due all the more when the flow was withdrawn.
  if (target?.kind === 'undo') return sameDocuments(tx, earlier, earlier.versionId);
  const live = await findLiveFlow(tx, earlier.environmentId, earlier.definitionId);
  if (live === undefined) throw await notLive(tx, earlier);
  return versions === 'same' ? sameDocuments(tx, earlier, earlier.versionId) : live;
}

async function sameDocuments(tx: OrganisationTx, { pins }: RunRow, versionId: string): Promise<ReplayDocuments> {
  const [row] = await tx
    .select({ document: version.document, number: version.number })
    .from(version)
    .where(eq(version.id, versionId));
  if (row === undefined) throw new RunError('RUN_NOT_FOUND', 'The version of this run cannot be found.');
  const which = `Version ${row.number} of the flow, which this run used,`;
  const wayOut = 'Replay with what is live now, or resolve its exception by hand.';
  return { flow: flowOf(row.document, { which, wayOut, versionId }), versionId, pins };
}

function flowOf(document: unknown, names: Omit<UnreadableFlow, 'problem'>): FlowDocument {
  const read = readFlow(document);
  if (read.isReadable) return read.flow;
  throw new UnreadableFlowError({ ...names, problem: read.problem });
}

async function notLive(tx: OrganisationTx, { definitionId }: RunRow): Promise<RunError> {
  const [row] = await tx.select({ name: definition.name }).from(definition).where(eq(definition.id, definitionId));
  return new RunError(
    'FLOW_NOT_LIVE',
    `The flow "${row?.name ?? definitionId}" has no live version in this environment any more, so nothing was repeated. Publish a version of it and replay then, or resolve the exception by hand.`,
  );
}
