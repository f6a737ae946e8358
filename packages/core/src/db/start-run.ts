import { and, eq, or } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { OrganisationTx } from './client.ts';
import type { FlowDocument } from '../flow/definition.ts';
import { decideEvent, expressionFailed, type EventDecision, type Ignored } from './events/decide-event.ts';
import type { HeardRecord } from './events/heard-record.ts';
import { isListening, notListening } from './events/is-listening.ts';
import { findLiveFlow, UnreadableFlowError, type LiveFlow } from './events/live-flow.ts';
import { acceptOrRefuse } from './runs/accept-or-refuse.ts';
import { refuseRun, type RunRefusal } from './runs/accept-run.ts';
import { RunError } from './runs/run-error.ts';
import { triggerEvent } from './schema/index.ts';
import type { TriggerSource } from './schema/run.ts';

export interface StartRunInput {
  readonly environmentId: string;
  readonly definitionId: string;
  readonly source: Exclude<TriggerSource, 'test' | 'replay' | 'call'>;
  /** Identity of the event: the same key twice starts one run. So does the same idempotency key of the flow. */
  readonly dedupeKey: string;
  /** The event's data, `$trigger` of the run. */
  readonly payload: unknown;
  readonly connectionId?: string | undefined;
  /** The record of the system that the event is about. */
  readonly record?: HeardRecord | undefined;
  /** When it happened at the source; orders runs of one key and tells stale ones. */
  readonly occurredAt?: Date | undefined;
  readonly startedBy?: string | undefined;
  /** The run that published the event. */
  readonly causedByRunId?: string | undefined;
  /** 32 hex digits of the caller's W3C trace. */
  readonly traceId?: string | undefined;
  /** Recorded instead of starting a run: why this event is to be ignored. */
  readonly ignored?: Ignored | undefined;
}

export interface StartRunResult {
  /** The run of this event; null when it started none. */
  readonly runId: string | null;
  /** False when the event had been accepted before. */
  readonly isNew: boolean;
  /** Why no run was started. */
  readonly note?: string | undefined;
}

/**
 * Accepts an event for a flow in the caller's transaction: stores it, and starts the run of the live version. Once it
 * commits, the run will happen exactly once, whatever happens to any process.
 * @throws RunError `FLOW_NOT_LIVE` when no version is published in the environment
 * @throws UnreadableFlowError when the caller can keep the event until a readable version is live
 */
export async function startRun(tx: OrganisationTx, input: StartRunInput): Promise<StartRunResult> {
  const live = await findLive(tx, input);
  const decision = decide(live, input);
  const isIgnored = decision.kind === 'ignore';
  const runId = isIgnored ? null : v7();
  const idempotencyKey = decision.kind === 'start' ? decision.keys.idempotencyKey : undefined;
  const { environmentId, definitionId, connectionId, source, dedupeKey, payload, occurredAt } = input;
  const [event] = await tx
    .insert(triggerEvent)
    .values({
      ...input.record,
      ...(isIgnored ? decision.ignored : {}),
      environmentId,
      definitionId,
      connectionId,
      source,
      dedupeKey,
      idempotencyKey,
      payload,
      occurredAt,
      runId,
      state: isIgnored ? 'ignored' : 'started',
    })
    .onConflictDoNothing()
    .returning({ id: triggerEvent.id });
  if (event === undefined) return earlierEvent(tx, input, idempotencyKey);
  if (runId === null) return { runId, isNew: true, note: isIgnored ? decision.ignored.note : undefined };
  const accepted = { ...input, runId, versionId: live.versionId, mode: 'live' } as const;
  if (decision.kind === 'start') await acceptOrRefuse(tx, { ...accepted, flow: decision.flow, keys: decision.keys });
  else if (decision.kind === 'refuse') {
    const replay = { kind: 'judge', eventId: event.id } as const;
    await refuseRun(tx, { ...accepted, flow: decision.flow, keys: {} }, { ...decision.refusal, replay });
  }
  return { runId, isNew: true };
}

/**
 * Nobody keeps a published event for a flow that cannot be read. It becomes an exception, and is judged when a person
 * replays that.
 */
async function findLive(tx: OrganisationTx, input: StartRunInput): Promise<LiveFlow | UnreadableFlowError> {
  try {
    const live = await findLiveFlow(tx, input.environmentId, input.definitionId);
    if (live !== undefined) return live;
  } catch (error) {
    if (error instanceof UnreadableFlowError && input.source === 'event') return error;
    throw error;
  }
  throw new RunError('FLOW_NOT_LIVE', 'This flow has no published version in the environment. Publish it first.');
}

type Decision =
  | Extract<EventDecision, { kind: 'ignore' }>
  | (Extract<EventDecision, { kind: 'start' }> & { readonly flow: FlowDocument })
  | {
      readonly kind: 'refuse';
      readonly refusal: RunRefusal;
      /** Undefined when it cannot be read. */
      readonly flow: FlowDocument | undefined;
    };

function decide(live: LiveFlow | UnreadableFlowError, { ignored, payload, source, record }: StartRunInput): Decision {
  if (ignored !== undefined) return { kind: 'ignore', ignored };
  if (live instanceof UnreadableFlowError) {
    const { code, message } = live;
    return { kind: 'refuse', refusal: { code, message }, flow: undefined };
  }
  const { flow } = live;
  // A release may have moved the flow to another trigger since the event was found to be for it.
  if (!isListening(flow.trigger, { source, object: record?.object })) return { kind: 'ignore', ignored: notListening };
  // The condition selects events. A person who starts a flow by hand has already selected one.
  const decision = decideEvent(flow, payload, Date.now(), source !== 'manual');
  if (decision.kind === 'ignore') return decision;
  if (decision.kind === 'start') return { ...decision, flow };
  return { kind: 'refuse', refusal: expressionFailed(decision), flow };
}

async function earlierEvent(
  tx: OrganisationTx,
  { environmentId, definitionId, dedupeKey }: StartRunInput,
  idempotencyKey: string | undefined,
): Promise<StartRunResult> {
  const isSame = eq(triggerEvent.dedupeKey, dedupeKey);
  const [earlier] = await tx
    .select({ runId: triggerEvent.runId, note: triggerEvent.note })
    .from(triggerEvent)
    .where(
      and(
        eq(triggerEvent.environmentId, environmentId),
        eq(triggerEvent.definitionId, definitionId),
        idempotencyKey === undefined ? isSame : or(isSame, eq(triggerEvent.idempotencyKey, idempotencyKey)),
      ),
    );
  return { runId: earlier?.runId ?? null, isNew: false, note: earlier?.note ?? 'This event was accepted before.' };
}
