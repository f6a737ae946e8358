import { and, eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { flowSchema, type FlowDocument } from '../flow/definition.ts';
import { FlowNotRunnableError } from '../flow/require-runnable.ts';
import { MappingError } from '../mapping/mapping-error.ts';
import type { OrganisationTx } from './client.ts';
import { acceptRun, refuseRun, type AcceptRunInput } from './runs/accept-run.ts';
import { evaluateRunKeys, type RunKeys } from './runs/run-keys.ts';
import { RunError } from './runs/run-error.ts';
import { definition, liveVersion, triggerEvent, version } from './schema/index.ts';
import type { TriggerSource } from './schema/run.ts';

export interface StartRunInput {
  readonly environmentId: string;
  readonly definitionId: string;
  readonly source: Exclude<TriggerSource, 'test' | 'replay' | 'call'>;
  /** Identity of the event where the flow's settings give none: the same key twice starts one run. */
  readonly dedupeKey: string;
  /** The event's data, `$trigger` of the run. */
  readonly payload: unknown;
  readonly connectionId?: string | undefined;
  /** When it happened at the source; orders runs of one key and tells stale ones. */
  readonly occurredAt?: Date | undefined;
  readonly startedBy?: string | undefined;
  /** 32 hex digits of the caller's W3C trace. */
  readonly traceId?: string | undefined;
  /** Recorded instead of starting a run: why this event is to be ignored. */
  readonly ignoreBecause?: string | undefined;
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
 */
export async function startRun(tx: OrganisationTx, input: StartRunInput): Promise<StartRunResult> {
  const live = await loadLiveFlow(tx, input.environmentId, input.definitionId);
  const keys = readKeys(live.flow, input);
  const dedupeKey = keys.idempotencyKey === undefined ? input.dedupeKey : `key:${keys.idempotencyKey}`;
  const note = input.ignoreBecause ?? (keys.isWanted ? undefined : 'The trigger’s condition does not hold.');
  const runId = note === undefined ? v7() : null;
  const { environmentId, definitionId, connectionId, source, payload } = input;
  const [event] = await tx
    .insert(triggerEvent)
    .values({ environmentId, definitionId, connectionId, source, dedupeKey, payload, runId, note })
    .onConflictDoNothing({ target: [triggerEvent.environmentId, triggerEvent.definitionId, triggerEvent.dedupeKey] })
    .returning({ id: triggerEvent.id });
  if (event === undefined) return earlierEvent(tx, input, dedupeKey);
  if (runId === null) return { runId, isNew: true, note };
  const accepted = { ...input, runId, flow: live.flow, versionId: live.versionId, keys, mode: 'live' } as const;
  if (keys.failure === undefined) await acceptOrRefuse(tx, accepted);
  else await refuseRun(tx, accepted, 'TRIGGER_EXPRESSION_FAILED', keys.failure);
  return { runId, isNew: true };
}

/** Whoever starts a flow by hand reads at once why it cannot run; an event becomes an exception that says so. */
async function acceptOrRefuse(tx: OrganisationTx, input: AcceptRunInput): Promise<void> {
  try {
    await acceptRun(tx, input);
  } catch (error) {
    if (!(error instanceof FlowNotRunnableError) || input.source === 'manual') throw error;
    await refuseRun(tx, input, error.code, error.message);
  }
}

async function loadLiveFlow(
  tx: OrganisationTx,
  environmentId: string,
  definitionId: string,
): Promise<{ flow: FlowDocument; versionId: string }> {
  const [row] = await tx
    .select({ document: version.document, versionId: version.id })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .where(
      and(
        eq(liveVersion.environmentId, environmentId),
        eq(liveVersion.definitionId, definitionId),
        eq(definition.kind, 'flow'),
      ),
    );
  if (row === undefined) {
    throw new RunError('FLOW_NOT_LIVE', 'This flow has no published version in the environment. Publish it first.');
  }
  return { flow: flowSchema.parse(row.document), versionId: row.versionId };
}

/**
 * An expression that fails must not lose the event, so the run is accepted and stops with an exception that says why.
 */
function readKeys(flow: FlowDocument, { payload, source }: StartRunInput): RunKeys & { failure?: string } {
  try {
    // The condition selects events, and somebody who starts a flow by hand has already selected.
    return evaluateRunKeys(flow, payload, Date.now(), source !== 'manual');
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    return { isWanted: true, failure: error.message };
  }
}

async function earlierEvent(tx: OrganisationTx, input: StartRunInput, dedupeKey: string): Promise<StartRunResult> {
  const [earlier] = await tx
    .select({ runId: triggerEvent.runId, note: triggerEvent.note })
    .from(triggerEvent)
    .where(
      and(
        eq(triggerEvent.environmentId, input.environmentId),
        eq(triggerEvent.definitionId, input.definitionId),
        eq(triggerEvent.dedupeKey, dedupeKey),
      ),
    );
  return { runId: earlier?.runId ?? null, isNew: false, note: earlier?.note ?? 'This event was accepted before.' };
}
