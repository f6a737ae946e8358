import type { ChangePage, RecordChange } from '@throughline/core/connector';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { OrganisationTx } from '@throughline/core/db';
import { hearEvent } from '@throughline/core/db/events/hear-event';
import { hearRefusedEvent } from '@throughline/core/db/events/hear-refused-event';
import { storableText } from '@throughline/core/db/storable-text';
import { startRun } from '@throughline/core/db/start-run';
import type { RecordTrigger } from '@throughline/core/flow';
import type { FailureFacts } from '../failures/step-failure.ts';
import type { Services } from '../run/run-context.ts';
import { moveCursor, type CursorRow } from '../store/change-cursor.ts';
import { findConnectionById } from '../store/find-connection.ts';
import type { TimedFlow } from '../store/list-timed-flows.ts';
import { isBeingWritten } from '../store/record-events.ts';
import { deletedRecord, whyDeletionIgnored } from './deleted-record.ts';
import { whyIgnored } from './why-ignored.ts';
import { ownValue } from '@throughline/core/connector/own-value';

export interface StorePageInput {
  readonly services: Services;
  readonly flow: TimedFlow & { readonly trigger: Extract<RecordTrigger, { readonly kind: 'change' }> };
  readonly row: CursorRow;
  /** The cursor that the page was asked for with. */
  readonly from: string | null;
  readonly page: ChangePage;
  /** Time stamp of the newest change of this turn, this page's included. */
  readonly newest: Date | undefined;
}

/**
 * Stores a page's events, with the runs they start, and the cursor behind them in one transaction. An event waits for a
 * worker where the list does not show the whole record, and while we write to the object ourselves: the change may then
 * be our own. Returns false, and stores nothing, when another worker has taken the turn.
 */
export async function storePage(tx: OrganisationTx, input: StorePageInput): Promise<boolean> {
  const isOurs = await passPage(tx, input);
  if (isOurs) await storeChanges(tx, input);
  return isOurs;
}

/** Stores the events of a page without moving the cursor. */
export async function storeChanges(tx: OrganisationTx, input: StorePageInput): Promise<void> {
  const { page } = input;
  const object = await objectOf(tx, input);
  if (object !== undefined && page.changes.length > 0) {
    const isWaiting = await isBeingWritten(tx, input.row.connectionId, object.name);
    for (const change of page.changes) await storeChange(tx, change, { ...input, object, isWaiting });
  }
}

/** Stores an event of which the database refuses something, for a person to look at. */
export async function refuseChange(
  tx: OrganisationTx,
  change: RecordChange,
  failure: FailureFacts,
  input: StorePageInput,
): Promise<void> {
  const object = await objectOf(tx, input);
  if (object === undefined) return;
  const { code, message } = failure;
  const id = storableText(change.id);
  await hearRefusedEvent(tx, heardOf(change, { ...input, object }), {
    code,
    message: `${object.name} ${id} has changed, and it cannot be taken up: ${message}`,
    payload: { [object.identity.field]: id },
  });
}

/** The object that the flow follows, or undefined where its system does not know it any more. */
export async function objectOf(
  tx: OrganisationTx,
  { services, flow, row }: Pick<StorePageInput, 'services' | 'flow' | 'row'>,
): Promise<ObjectManifest | undefined> {
  const connection = await findConnectionById(tx, row.connectionId);
  return ownValue(ownValue(services.connectors, connection?.system ?? '')?.manifest.objects, flow.trigger.object);
}

/** Moves the cursor behind a page. Returns false when another worker has taken the turn. */
export function passPage(tx: OrganisationTx, { row, from, page, newest }: StorePageInput): Promise<boolean> {
  const { cursor, changes, hasMore } = page;
  return moveCursor(tx, row.id, { from, cursor, seen: changes.length, newest, isEnd: !hasMore });
}

interface StoringChange extends Pick<StorePageInput, 'flow' | 'row'> {
  readonly object: ObjectManifest;
  readonly isWaiting: boolean;
}

const heardOf = (
  { id, kind, version, changedAt }: RecordChange,
  { flow, row, object }: Omit<StoringChange, 'isWaiting'>,
) => ({
  environmentId: flow.environmentId,
  definitionId: flow.definitionId,
  connectionId: row.connectionId,
  source: 'change' as const,
  dedupeKey: `change:${row.connectionId}:${object.name}:${id}:${version}`,
  record: { object: object.name, recordId: id, change: kind, version },
  occurredAt: new Date(changedAt),
});

async function storeChange(tx: OrganisationTx, change: RecordChange, storing: StoringChange): Promise<void> {
  const { flow, row, object, isWaiting } = storing;
  const { environmentId, definitionId, trigger } = flow;
  const { connectionId } = row;
  const { id, kind, version, record } = change;
  const heard = heardOf(change, storing);
  const changedAt = heard.occurredAt;
  if (kind === 'deleted' || record === undefined) {
    const ignored = await whyDeletionIgnored(tx, trigger, { connectionId, object: object.name, externalId: id });
    await startRun(tx, { ...heard, payload: deletedRecord(object, id, change.changedAt), ignored });
    return;
  }
  const isPart = trigger.record === 'read' && (trigger.include.length > 0 || object.changes?.isPartial === true);
  if (isPart || isWaiting) {
    await hearEvent(tx, { ...heard, ...(isPart ? {} : { payload: record }) });
    return;
  }
  const ignored = await whyIgnored(tx, {
    environmentId,
    definitionId,
    record: { connectionId, object: object.name, externalId: id },
    seen: { version, changedAt },
    since: row.since,
  });
  await startRun(tx, { ...heard, payload: record, ignored });
}
