import type { ChangePage, RecordChange } from '@throughline/core/connector';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { OrganisationTx } from '@throughline/core/db';
import { hearEvent } from '@throughline/core/db/events/hear-event';
import { startRun } from '@throughline/core/db/start-run';
import type { RecordTrigger } from '@throughline/core/flow';
import type { Services } from '../run/run-context.ts';
import { moveCursor, type CursorRow } from '../store/change-cursor.ts';
import { findConnectionById } from '../store/find-connection.ts';
import type { TimedFlow } from '../store/list-timed-flows.ts';
import { isBeingWritten } from '../store/record-events.ts';
import { deletedRecord, whyDeletionIgnored } from './deleted-record.ts';
import { whyIgnored } from './why-ignored.ts';

interface StorePageInput {
  readonly services: Services;
  readonly flow: TimedFlow & { readonly trigger: Extract<RecordTrigger, { readonly kind: 'change' }> };
  readonly row: CursorRow;
  readonly page: ChangePage;
}

/**
 * Stores a page's events, with the runs they start, and the cursor behind them in one transaction. An event waits for a
 * worker where the list does not show the whole record, and while we write to the object ourselves: the change may then
 * be our own.
 */
export async function storePage(tx: OrganisationTx, { services, flow, row, page }: StorePageInput): Promise<void> {
  const { connectionId } = row;
  const { object: name } = flow.trigger;
  const connection = await findConnectionById(tx, connectionId);
  const object = services.connectors[connection?.system ?? '']?.manifest.objects[name];
  if (object !== undefined && page.changes.length > 0) {
    const isWaiting = await isBeingWritten(tx, connectionId, name);
    for (const change of page.changes) await storeChange(tx, change, { flow, row, object, isWaiting });
  }
  const instants = page.changes.map(({ changedAt }) => Date.parse(changedAt));
  const until = instants.length === 0 ? undefined : new Date(Math.max(...instants));
  await moveCursor(tx, row.id, { cursor: page.cursor, seen: page.changes.length, until, isEnd: !page.hasMore });
}

interface StoringChange extends Pick<StorePageInput, 'flow' | 'row'> {
  readonly object: ObjectManifest;
  readonly isWaiting: boolean;
}

async function storeChange(tx: OrganisationTx, change: RecordChange, storing: StoringChange): Promise<void> {
  const { flow, row, object, isWaiting } = storing;
  const { environmentId, definitionId, trigger } = flow;
  const { connectionId } = row;
  const { id, kind, version, record } = change;
  const changedAt = new Date(change.changedAt);
  const heard = {
    environmentId,
    definitionId,
    connectionId,
    source: 'change' as const,
    dedupeKey: `change:${connectionId}:${object.name}:${id}:${version}`,
    record: { object: object.name, recordId: id, change: kind, version },
    occurredAt: changedAt,
  };
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
