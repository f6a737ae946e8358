import { recordName } from '@throughline/core/connector/record-name';
import type { OrganisationTx } from '@throughline/core/db';
import { inOrganisation } from '../../run/in-organisation.ts';
import { findConnection } from '../../store/find-connection.ts';
import { markConfirmed } from '../../store/delivery.ts';
import { saveLink } from '../../store/link.ts';
import { noteUndoEntry } from '../../store/undo-entry.ts';
import { holdsLease } from '../../store/worker-lease.ts';
import { isRepairing, type Delivering, type WriteResult } from './delivering.ts';
import { noteOwnWrite, type OwnWrite } from './own-write.ts';
import { undoEntryOf } from './undo-entry-of.ts';

export interface ConfirmedEffect {
  readonly id: string | null;
  readonly effect: WriteResult['effect'];
}

/** Records in one transaction an effect that is known to have happened, with the link of its record. */
export async function confirmDelivery(
  delivering: Delivering,
  confirmed: ConfirmedEffect,
  own?: OwnWrite,
): Promise<WriteResult> {
  const { context, used, object, wish, key, hash, path } = delivering;
  const { services, environmentId, runId } = context;
  const { id } = confirmed;
  // The record may have been found or rewritten after an unknown outcome, but this run made it. Only then can it be undone.
  const isMade = confirmed.effect === 'created' || (delivering.mayHaveCreated && confirmed.effect !== 'deleted');
  const isRepair = isRepairing(delivering) && confirmed.effect !== 'unchanged';
  const effect = isRepair ? 'repaired' : isMade ? 'created' : confirmed.effect;
  const result: WriteResult = { id, effect, externalId: wish.recordKey, ...(isRepair && isMade && { isMade }) };
  // Whoever ends the run when it cannot go on itself learns from this what it wrote.
  const undo = undoEntryOf(context, wish, result);
  await inOrganisation(context, async (tx) => {
    if (!(await holdsLease(tx, services.lease.workerId))) services.lease.fenced();
    await markConfirmed(tx, key, {
      payloadHash: hash,
      runId,
      path,
      externalId: id,
      effect,
      isMade,
    });
    if (undo !== undefined) await noteUndoEntry(tx, runId, undo);
    await delivering.held.ends(tx);
    if (own !== undefined && id !== null) await noteOwnWrite(tx, delivering, id, own);
    if (wish.identity === undefined || id === null || effect === 'deleted') return;
    await linkOrigin(tx, delivering, wish.identity);
    await saveLink(tx, {
      ...wish.identity,
      environmentId,
      connectionId: used.row.id,
      system: used.row.system,
      object: object.name,
      externalId: id,
      label: recordName(object, wish.record),
      versionSeen: own?.kind === 'known' ? own.after.version : undefined,
      hashSeen: hash,
      createdByRunId: runId,
    });
  });
  return result;
}

/**
 * Where the canonical identity is the id of a record that this run read, that record is linked too, because it is the
 * other end of the line. Its version is not noted, because we did not write it.
 */
async function linkOrigin(
  tx: OrganisationTx,
  { context, used, object }: Delivering,
  identity: { readonly entity: string; readonly canonicalId: string },
): Promise<void> {
  const { environmentId, runId } = context;
  const origin = context.origins.get(identity.canonicalId);
  if (origin === undefined) return;
  const connection = await findConnection(tx, environmentId, origin.connection);
  if (connection === undefined || (connection.id === used.row.id && origin.object === object.name)) return;
  await saveLink(tx, {
    ...identity,
    environmentId,
    connectionId: connection.id,
    system: connection.system,
    object: origin.object,
    externalId: identity.canonicalId,
    label: origin.names?.[connection.system] ?? null,
    isOrigin: true,
    createdByRunId: runId,
  });
}
