import { and, eq, ne } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { OrganisationTx } from '../client.ts';
import { acceptOrRefuse } from '../runs/accept-or-refuse.ts';
import { refuseRun, type AcceptRunInput, type RunRefusal } from '../runs/accept-run.ts';
import { triggerEvent } from '../schema/index.ts';
import { answerException } from './answer-exception.ts';
import { decideEvent, expressionFailed, type Ignored } from './decide-event.ts';
import { ignoreEvent } from './ignore-event.ts';
import { findLiveFlow, type LiveFlow } from './live-flow.ts';
import type { WaitingEvent } from './waiting-event.ts';

/** What a waiting event is judged on. */
export interface SeenRecord {
  /** `$trigger` of the run. */
  readonly payload: unknown;
  readonly version?: string | undefined;
}

/**
 * Judges a waiting event, whose row the caller has locked, now that its data is known: starts the run of the live
 * version, or notes why not. Returns the run's id, or null.
 */
export async function settleEvent(tx: OrganisationTx, event: WaitingEvent, seen: SeenRecord): Promise<string | null> {
  const ignore = async (ignored: Ignored): Promise<null> => {
    await ignoreEvent(tx, event, ignored, seen);
    return null;
  };
  const live = await findLiveFlow(tx, event.environmentId, event.definitionId);
  if (live === undefined) return ignore(notLive);
  // The condition selects events. A person who starts a flow by hand has already selected one.
  const decision = decideEvent(live.flow, seen.payload, Date.now(), event.source !== 'manual');
  if (decision.kind === 'ignore') return ignore(decision.ignored);
  if (decision.kind === 'refuse') {
    return refuse(tx, event, live, seen, {
      ...expressionFailed(decision),
      replay: { kind: 'judge', eventId: event.id },
    });
  }
  const { idempotencyKey } = decision.keys;
  if (idempotencyKey !== undefined && (await isKeyTaken(tx, event, idempotencyKey))) return ignore(repeatedKey);
  const runId = v7();
  await end(tx, event, { ...seen, runId, idempotencyKey });
  await answerException(tx, event, { kind: 'started', runId });
  await acceptOrRefuse(tx, { ...runOf(event, live, seen.payload), runId, keys: decision.keys });
  return runId;
}

/**
 * Ends a waiting event whose record could not be read: a run stops at once, with an exception for a person. When a person
 * has replayed that exception, it is open again and reports the newest failure.
 */
export async function refuseEvent(
  tx: OrganisationTx,
  event: WaitingEvent,
  payload: unknown,
  failure: { readonly code: string; readonly message: string },
): Promise<void> {
  const live = await findLiveFlow(tx, event.environmentId, event.definitionId);
  if (live === undefined) await ignoreEvent(tx, event, notLive);
  else if (event.exceptionId !== null && event.runId !== null) {
    await answerException(tx, event, { kind: 'unread', message: failure.message });
    await end(tx, event, { payload, exceptionId: null });
  } else await refuse(tx, event, live, { payload }, { ...failure, replay: { kind: 'event', eventId: event.id } });
}

const notLive: Ignored = {
  reason: 'not-live',
  note: 'The flow has no live version that listens to this event any more.',
};
const repeatedKey: Ignored = {
  reason: 'repeated',
  note: 'An event with the same idempotency key started a run before.',
};

async function refuse(
  tx: OrganisationTx,
  event: WaitingEvent,
  live: LiveFlow,
  seen: SeenRecord,
  refusal: RunRefusal,
): Promise<string> {
  const runId = v7();
  await end(tx, event, { ...seen, runId });
  await answerException(tx, event, { kind: 'stopped', runId, message: refusal.message });
  await refuseRun(tx, { ...runOf(event, live, seen.payload), runId, keys: {} }, refusal);
  return runId;
}

const runOf = (event: WaitingEvent, live: LiveFlow, payload: unknown): Omit<AcceptRunInput, 'runId' | 'keys'> => ({
  environmentId: event.environmentId,
  definitionId: event.definitionId,
  flow: live.flow,
  versionId: live.versionId,
  mode: 'live',
  source: event.source,
  payload,
  occurredAt: event.occurredAt ?? undefined,
  traceId: event.traceId ?? undefined,
  exceptionId: event.exceptionId ?? undefined,
  startedBy: event.askedForBy ?? undefined,
  // An event that a person had judged again names the run that stopped before.
  causedByRunId: event.runId ?? undefined,
});

async function end(
  tx: OrganisationTx,
  event: WaitingEvent,
  started: Partial<typeof triggerEvent.$inferInsert>,
): Promise<void> {
  await tx
    .update(triggerEvent)
    .set({ ...started, state: 'started', claimedBy: null, failureMessage: null })
    .where(eq(triggerEvent.id, event.id));
}

async function isKeyTaken(tx: OrganisationTx, event: WaitingEvent, idempotencyKey: string): Promise<boolean> {
  const taken = await tx
    .select({ id: triggerEvent.id })
    .from(triggerEvent)
    .where(
      and(
        eq(triggerEvent.environmentId, event.environmentId),
        eq(triggerEvent.definitionId, event.definitionId),
        eq(triggerEvent.idempotencyKey, idempotencyKey),
        ne(triggerEvent.id, event.id),
      ),
    );
  return taken.length > 0;
}
