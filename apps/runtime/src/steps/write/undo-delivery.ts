import { ConnectorError } from '@throughline/core/connector/error';
import type { SourceRecord } from '@throughline/core/connector';
import type { OrganisationTx } from '@throughline/core/db';
import { callOptions } from '../../connections/connections.ts';
import { businessFailure, type StepFailure } from '../../failures/step-failure.ts';
import { inOrganisation } from '../../run/in-organisation.ts';
import type { RunContext } from '../../run/run-context.ts';
import type { UndoEntry } from '@throughline/core/db/words/replay-target';
import { useConnection } from '../../run/use-connection.ts';
import { findDelivery, markUndone, type DeliveryKey, type DeliveryRow } from '../../store/delivery.ts';
import { findLaterUse } from '../../store/find-later-use.ts';
import { deleteLink } from '../../store/link.ts';
import { isListenedTo } from '../../store/own-write.ts';
import { forgetUndoEntry } from '../../store/undo-entry.ts';
import { allowEffect } from '../allow-effect.ts';
import { holdRecord, idKey, referenceKey } from './hold-record.ts';
import { isReflected } from './is-reflected.ts';
import { objectOf } from './object-of.ts';
import { noteOwnWrite, ownDeletion, writeAndLook, type OwnWrite, type Writing } from './own-write.ts';
import type { PlannedRequest } from './plan-write.ts';
import { readableFields } from './readable-fields.ts';
import { writeOne } from './write-one.ts';

/**
 * Takes one effect of this run back. Repeatable: deleting what is gone and writing the same again change nothing.
 * @throws SystemFailure when the system refuses; the delivery then says so. StepFailure `UNDO_OVERTAKEN`
 */
export async function undoDelivery(context: RunContext, entry: UndoEntry): Promise<{ undone: true }> {
  const { environmentId } = context;
  return useConnection(context, entry.connection, async (used) => {
    const { path, definitionId, step, recordKey } = entry;
    const object = objectOf(used, entry.object);
    const keys = [referenceKey(recordKey), idKey(entry.externalId)];
    const connectionId = used.row.id;
    const key = { environmentId, definitionId, step, recordKey, connectionId, object: object.name };
    const { held, current, usedBy, isListened } = await inOrganisation(context, async (tx) => {
      await allowEffect(tx, context);
      const held = await holdRecord(tx, context, { connectionId, object: object.name, keys, path: `${path} undo` });
      const current = await findDelivery(tx, key);
      if (current === undefined) throw writtenElsewhere(entry);
      const isListened = await isListenedTo(tx, environmentId, entry.connection, object.name);
      return { held, current, usedBy: await usedSince(tx, entry, current), isListened };
    });
    try {
      if (current.state === 'undone') return { undone: true };
      refuseOvertaken(entry, usedBy);
      return await takeBack({ context, used, object, isListenedTo: isListened, entry, key });
    } finally {
      await held.letGo();
    }
  });
}

/** Entries of an earlier release do not know who wrote the record. */
const usedSince = (tx: OrganisationTx, entry: UndoEntry, own: DeliveryRow): Promise<string | undefined> => {
  const { runId, item, externalId, undo } = entry;
  if (runId === undefined) return Promise.resolve(undefined);
  return findLaterUse(tx, { own, work: item ?? { runId }, externalId, isCreator: undo.operation === 'delete' });
};

const writtenElsewhere = ({ object, externalId, connection }: UndoEntry): StepFailure =>
  businessFailure(
    'UNDO_ELSEWHERE',
    `${object} ${externalId} was not taken back, because the connection "${connection}" is another one than when it was written. Take it back in the system where it is, and resolve this exception by hand.`,
  );

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

interface TakingBack extends Writing {
  readonly entry: UndoEntry;
  readonly key: DeliveryKey;
}

async function takeBack(taking: TakingBack): Promise<{ undone: true }> {
  const { context, used, entry, key } = taking;
  const request = requestOf(entry);
  const { outcome, own } = await writeAndLook(taking, request, () => writeOne(used, request));
  if (outcome.isOk) return noteUndone(taking, own);
  const { error } = outcome;
  if (isGone(error)) return noteUndone(taking, undefined);
  if (error.isOutcomeUnknown && (await isTakenBack(taking))) {
    return noteUndone(taking, entry.undo.operation === 'delete' ? ownDeletion() : { kind: 'unsure' });
  }
  await inOrganisation(context, (tx) => markUndone(tx, key, { isUndone: false, message: error.message }));
  throw error;
}

/** Notes the undo in one transaction with what it left of the record, so that its echo starts nothing. */
async function noteUndone(taking: TakingBack, own: OwnWrite | undefined): Promise<{ undone: true }> {
  const { context, used, entry, key } = taking;
  await inOrganisation(context, async (tx) => {
    await markUndone(tx, key, { isUndone: true, message: null });
    await forgetUndoEntry(tx, entry);
    if (own !== undefined) await noteOwnWrite(tx, taking, entry.externalId, own);
    if (entry.undo.operation === 'delete') await deleteLink(tx, used.row.id, entry.object, entry.externalId);
  });
  return { undone: true };
}

/** Looks whether a request whose outcome nobody knows took effect. If looking fails, it remains unknown. */
async function isTakenBack({ used, object, entry: { externalId, undo } }: TakingBack): Promise<boolean> {
  const read = { object: object.name, identity: { by: 'id', id: externalId } } as const;
  try {
    const record = await used.session.read(read, callOptions);
    if (undo.operation === 'delete') return record === undefined;
    return record !== undefined && isReflected(readableFields(recordOf(undo), object.schema), record);
  } catch (error) {
    if (error instanceof ConnectorError) return false;
    throw error;
  }
}

function requestOf({ object, externalId, undo }: UndoEntry): PlannedRequest {
  const identity = { by: 'id', id: externalId } as const;
  return undo.operation === 'delete'
    ? { object, operation: 'delete', identity }
    : { object, operation: 'update', identity, record: recordOf(undo) };
}

const recordOf = ({ record }: Extract<UndoEntry['undo'], { readonly operation: 'update' }>): SourceRecord =>
  (record ?? {}) as SourceRecord;

const isGone = (error: ConnectorError): boolean => error.class === 'not-found' || error.class === 'gone';
