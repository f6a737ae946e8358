import { ConnectorError } from '@throughline/core/connector/error';
import type { SourceRecord, WriteRequest } from '@throughline/core/connector';
import { callOptions, type UsedConnection } from '../../connections/connections.ts';
import { inOrganisation } from '../../run/in-organisation.ts';
import type { RunContext } from '../../run/run-context.ts';
import type { UndoEntry } from '../../run/undo-entry.ts';
import { useConnection } from '../../run/use-connection.ts';
import { markUndone, type DeliveryKey } from '../../store/delivery.ts';
import { deleteLink } from '../../store/link.ts';
import { allowEffect } from './allow-effect.ts';
import { holdRecord, referenceKey } from './hold-record.ts';

/**
 * Takes one effect of this run back. Repeatable: deleting what is gone and writing the same again change nothing.
 * @throws SystemFailure when the system refuses; the delivery then says so
 */
export async function undoDelivery(context: RunContext, entry: UndoEntry): Promise<{ undone: true }> {
  const { environmentId } = context;
  const key = { environmentId, definitionId: entry.definitionId, step: entry.step, recordKey: entry.recordKey };
  return useConnection(context, entry.connection, async (used) => {
    const { object, path } = entry;
    const keys = [referenceKey(entry.recordKey)];
    const held = await inOrganisation(context, async (tx) => {
      await allowEffect(tx, context);
      return holdRecord(tx, context, { connectionId: used.row.id, object, keys, path: `${path} undo` });
    });
    try {
      return await takeBack(context, entry, { used, key });
    } finally {
      await held.letGo();
    }
  });
}

async function takeBack(
  context: RunContext,
  entry: UndoEntry,
  { used: { session, row }, key }: { readonly used: UsedConnection; readonly key: DeliveryKey },
): Promise<{ undone: true }> {
  try {
    const [outcome] = await session.write([requestOf(entry)], callOptions);
    if (outcome?.isOk === false && !isGone(outcome.error)) throw outcome.error;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    if (!isGone(error)) {
      await inOrganisation(context, (tx) => markUndone(tx, key, { isUndone: false, message: error.message }));
      throw error;
    }
  }
  await inOrganisation(context, async (tx) => {
    await markUndone(tx, key, { isUndone: true, message: null });
    if (entry.undo.operation === 'delete') await deleteLink(tx, row.id, entry.object, entry.externalId);
  });
  return { undone: true };
}

function requestOf({ object, externalId, undo }: UndoEntry): WriteRequest {
  const identity = { by: 'id', id: externalId } as const;
  return undo.operation === 'delete'
    ? { object, operation: 'delete', identity }
    : { object, operation: 'update', identity, record: (undo.record ?? {}) as SourceRecord };
}

const isGone = (error: ConnectorError): boolean => error.class === 'not-found' || error.class === 'gone';
