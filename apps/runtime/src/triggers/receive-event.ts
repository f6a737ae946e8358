import type { LookedRecord } from '@throughline/core/connector';
import { withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { StatementError } from '@throughline/core/db/database-error';
import { ignoreEvent } from '@throughline/core/db/events/ignore-event';
import { notListening } from '@throughline/core/db/events/is-listening';
import { findLiveFlow, UnreadableFlowError } from '@throughline/core/db/events/live-flow';
import { refuseEvent, settleEvent } from '@throughline/core/db/events/settle-event';
import { lockWaitingEvent, type WaitingEvent } from '@throughline/core/db/events/waiting-event';
import type { Ignored } from '@throughline/core/db/events/decide-event';
import type { FlowDocument, RecordTrigger, Trigger } from '@throughline/core/flow';
import { callOptions } from '../connections/connections.ts';
import { durationMs } from '@throughline/core/flow/duration-ms';
import { failureOf } from '../failures/failure-of.ts';
import type { Services } from '../run/run-context.ts';
import type { ClaimedEvent } from '../store/claim-events.ts';
import {
  loadEventToRead,
  postponeEvent,
  postponeEventsOfFlow,
  wasDeletedLater,
  type EventToRead,
} from '../store/record-events.ts';
import { deletedRecord, deletionIgnored, whyDeletionIgnored } from './deleted-record.ts';
import { decideReading, type ReadingFailure } from './reading-failure.ts';
import { whyIgnored } from './why-ignored.ts';
import { ownValue } from '@throughline/core/connector/own-value';

type InOrganisation = <Result>(work: (tx: OrganisationTx) => Promise<Result>) => Promise<Result>;

/** What a claimed event needs: the flow as it is live now, and the record to read. */
interface Receiving extends EventToRead {
  readonly flow: FlowDocument;
  readonly trigger: RecordTrigger;
  readonly object: string;
  readonly recordId: string;
  readonly connectionId: string;
}

/**
 * Reads the record of an event, and starts the run or notes why not. It may be killed at any point and repeated: reading
 * changes nothing, and one transaction ends the event.
 */
export async function receiveEvent(services: Services, claimed: ClaimedEvent): Promise<void> {
  const inOrganisation: InOrganisation = (work) => withOrganisation(services.db, claimed.organisationId, work);
  const receiving = await prepareOrPostpone(services, inOrganisation, claimed);
  if (receiving === undefined) return;
  const seen = await see(services, receiving, claimed.organisationId);
  if ('failure' in seen) await fail(services, inOrganisation, receiving, seen.failure);
  else await settleOrRefuse(services, inOrganisation, receiving, seen);
}

/** A record that the database refuses for good becomes an exception: no further attempt could store it. */
async function settleOrRefuse(
  services: Services,
  inOrganisation: InOrganisation,
  receiving: Receiving,
  seen: Seen,
): Promise<void> {
  try {
    await inOrganisation((tx) => settle(tx, receiving, seen));
  } catch (error) {
    if (!(error instanceof StatementError && error.isRefusedForGood)) throw error;
    const { event, object, recordId } = receiving;
    const { code, message } = failureOf(error);
    await inOrganisation(async (tx) => {
      const locked = await lockWaitingEvent(tx, event.id);
      if (locked === undefined) return;
      await refuseEvent(tx, locked, idOnly(services, receiving), {
        code,
        message: `The event is about ${object} ${recordId}, which cannot be taken up: ${message}`,
      });
    });
  }
}

/** What an exception shows in place of a record that could not be read. */
function idOnly({ connectors }: Services, { system, object, recordId }: Receiving): Readonly<Record<string, string>> {
  return { [identityOf({ connectors }, { system, object }).field]: recordId };
}

/** How an object's records are identified; by a general name if its system no longer has the object. */
const identityOf = (
  { connectors }: Pick<Services, 'connectors'>,
  { system, object }: Pick<Receiving, 'system' | 'object'>,
) => ownValue(ownValue(connectors, system ?? '')?.manifest.objects, object)?.identity ?? { field: 'id' };

/** How often the events of a flow that cannot be read are tried again, until a readable version is live. */
const unreadableWaitMs = 30_000;

async function prepareOrPostpone(
  services: Services,
  inOrganisation: InOrganisation,
  { eventId }: ClaimedEvent,
): Promise<Receiving | undefined> {
  try {
    return await inOrganisation((tx) => prepare(tx, eventId));
  } catch (error) {
    if (!(error instanceof UnreadableFlowError)) throw error;
    const { workerId } = services.lease;
    const { message } = error;
    const postponement = { eventId, workerId, waitMs: unreadableWaitMs, message };
    await inOrganisation((tx) => postponeEventsOfFlow(tx, postponement));
    return undefined;
  }
}

/** Undefined when there is nothing left to read. */
async function prepare(tx: OrganisationTx, eventId: string): Promise<Receiving | undefined> {
  const loaded = await loadEventToRead(tx, eventId);
  const { definitionId, recordId, connectionId } = loaded?.event ?? {};
  if (loaded === undefined || definitionId == null) return undefined;
  const live = await findLiveFlow(tx, loaded.event.environmentId, definitionId);
  const trigger = live?.flow.trigger;
  if (live !== undefined && isListening(trigger, loaded) && recordId != null && connectionId != null) {
    return { ...loaded, flow: live.flow, trigger, object: trigger.object, recordId, connectionId };
  }
  const event = await lockWaitingEvent(tx, eventId);
  if (event !== undefined) await ignoreEvent(tx, event, notListening);
  return undefined;
}

/** Whether a trigger is what the event came for. The flow may have moved to another connection since, or polls no more. */
const isListening = (trigger: Trigger | undefined, { event, connectionKey }: EventToRead): trigger is RecordTrigger =>
  trigger !== undefined &&
  'object' in trigger &&
  trigger.kind === event.source &&
  trigger.connection === connectionKey &&
  trigger.object === event.object;

/** The record as it was seen: brought by the event itself, or read. */
interface Seen {
  readonly payload: unknown;
  readonly version?: string | undefined;
  readonly changedAt?: Date | undefined;
  readonly isRead: boolean;
}

async function see(
  services: Services,
  receiving: Receiving,
  organisationId: string,
): Promise<Seen | { readonly failure: ReadingFailure }> {
  const { event, trigger, recordId } = receiving;
  if (event.change === 'deleted') {
    const deletedAt = (event.occurredAt ?? event.receivedAt).toISOString();
    return {
      payload: deletedRecord({ identity: identityOf(services, receiving) }, recordId, deletedAt),
      isRead: false,
    };
  }
  if (event.payload !== null) {
    const { payload, version, occurredAt } = event;
    return { payload, version: version ?? undefined, changedAt: occurredAt ?? undefined, isRead: false };
  }
  if (sendsRecord(trigger)) return { payload: event.sent, isRead: false };
  try {
    const looked = await look(services, receiving, organisationId);
    if (looked === undefined) return { failure: { kind: 'missing' } };
    const { record, version, changedAt } = looked;
    return { payload: record, version, changedAt: new Date(changedAt), isRead: true };
  } catch (error) {
    return { failure: { kind: 'error', error } };
  }
}

/** A list of changes is not kept, so the record of a waiting change has to be read unless the event holds it. */
const sendsRecord = ({ kind, record }: RecordTrigger): boolean => kind === 'webhook' && record === 'as-sent';

function look(
  services: Services,
  { event, trigger, object, recordId }: Receiving,
  organisationId: string,
): Promise<LookedRecord | undefined> {
  const { environmentId } = event;
  const use = { organisationId, environmentId, key: trigger.connection, runId: event.id, isInteractive: false };
  const { include } = trigger;
  return services.connections.use(use, ({ session }) =>
    session.look({ object, identity: { by: 'id', id: recordId }, include }, callOptions),
  );
}

async function settle(tx: OrganisationTx, { event: { id }, ...receiving }: Receiving, seen: Seen): Promise<void> {
  const event = await lockWaitingEvent(tx, id);
  if (event === undefined) return;
  const { payload, version } = seen;
  const ignored = await whyNothingNew(tx, event, receiving, seen);
  if (ignored === undefined) await settleEvent(tx, event, { payload, version });
  else await ignoreEvent(tx, event, ignored, { payload, version });
}

async function whyNothingNew(
  tx: OrganisationTx,
  event: WaitingEvent,
  { trigger, connectionId, object, recordId: externalId, since }: Omit<Receiving, 'event'>,
  seen: Seen,
): Promise<Ignored | undefined> {
  const record = { connectionId, object, externalId };
  if (event.change === 'deleted') return whyDeletionIgnored(tx, trigger, record);
  const { version, changedAt, isRead } = seen;
  if (version === undefined || changedAt === undefined || event.exceptionId !== null) return undefined;
  return whyIgnored(tx, {
    environmentId: event.environmentId,
    definitionId: event.definitionId,
    record,
    seen: { version, changedAt },
    occurredAt: isRead ? (event.occurredAt ?? undefined) : undefined,
    since: since ?? undefined,
  });
}

async function fail(
  services: Services,
  inOrganisation: InOrganisation,
  receiving: Receiving,
  failure: ReadingFailure,
): Promise<void> {
  const { event, flow, object, recordId } = receiving;
  const decision = decideReading({
    failure,
    attempt: event.attempts + 1,
    nowMs: services.now(),
    deadlineMs: event.receivedAt.getTime() + durationMs(flow.settings.timeout),
    random: services.random(),
  });
  await inOrganisation(async (tx) => {
    if (decision.kind === 'postpone') {
      return postponeEvent(tx, { ...decision, eventId: event.id, workerId: services.lease.workerId });
    }
    const locked = await lockWaitingEvent(tx, event.id);
    if (locked === undefined) return undefined;
    if (failure.kind === 'missing' && (await wasDeletedLater(tx, locked)))
      return ignoreEvent(tx, locked, deletionIgnored);
    const message = `The event is about ${object} ${recordId}, which could not be read: ${decision.message}`;
    return refuseEvent(tx, locked, idOnly(services, receiving), { ...decision, message });
  });
}
