import { ConnectorError } from '@throughline/core/connector/error';
import type { SourceRecord, WriteRequest } from '@throughline/core/connector';
import type { OrganisationTx } from '@throughline/core/db';
import { callOptions, type UsedConnection } from '../../connections/connections.ts';
import { businessFailure } from '../../failures/step-failure.ts';
import { inOrganisation } from '../../run/in-organisation.ts';
import type { RunContext } from '../../run/run-context.ts';
import type { UndoEntry } from '@throughline/core/db/words/replay-target';
import { useConnection } from '../../run/use-connection.ts';
import { loadDelivery, markUndone, type DeliveryKey, type DeliveryRow } from '../../store/delivery.ts';
import { findLaterUse } from '../../store/find-later-use.ts';
import { deleteLink } from '../../store/link.ts';
import { allowEffect } from './allow-effect.ts';
import { holdRecord, referenceKey } from './hold-record.ts';

/**
 * Takes one effect of this run back. Repeatable: deleting what is gone and writing the same again change nothing.
 * @throws SystemFailure when the system refuses; the delivery then says so. StepFailure `UNDO_OVERTAKEN`
 */
export async function undoDelivery(context: RunContext, entry: UndoEntry): Promise<{ undone: true }> {
  const { environmentId } = context;
  const key = { environmentId, definitionId: entry.definitionId, step: entry.step, recordKey: entry.recordKey };
  return useConnection(context, entry.connection, async (used) => {
    const { object, path } = entry;
    const keys = [referenceKey(entry.recordKey)];
    const { held, current, usedBy } = await inOrganisation(context, async (tx) => {
      await allowEffect(tx, context);
      const connectionId = used.row.id;
      const held = await holdRecord(tx, context, { connectionId, object, keys, path: `${path} undo` });
      const current = await loadDelivery(tx, key);
      return { held, current, usedBy: await usedSince(tx, entry, current) };
    });
    try {
      if (current.state === 'undone') return { undone: true };
      refuseOvertaken(entry, usedBy);
      return await takeBack(context, entry, { used, key });
    } finally {
      await held.letGo();
    }
  });
}

/** Entries of an earlier release do not know who wrote the record. */
const usedSince = (tx: OrganisationTx, entry: UndoEntry, own: DeliveryRow): Promise<string | undefined> => {
  const { runId, externalId, undo } = entry;
  if (runId === undefined) return Promise.resolve(undefined);
  return findLaterUse(tx, { own, runId, externalId, isCreator: undo.operation === 'delete' });
};

/**
 * A record that another run has written or confirmed since is in use there: taking it back would undo what nobody asked
 * to undo.
 */
function refuseOvertaken({ object, externalId }: UndoEntry, usedBy: string | undefined): void {
  if (usedBy === undefined) return;
  throw businessFailure(
    'UNDO_OVERTAKEN',
    `${object} ${externalId} was not taken back, because run ${usedBy} has delivered or confirmed it since and relies on it. Resolve this exception by hand.`,
  );
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
