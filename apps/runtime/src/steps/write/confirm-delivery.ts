import { inOrganisation } from '../../engine/in-organisation.ts';
import { markConfirmed } from '../../store/delivery.ts';
import { saveLink } from '../../store/link.ts';
import { holdsLease } from '../../store/worker-lease.ts';
import type { Delivering, WriteResult } from './delivering.ts';

export interface ConfirmedEffect {
  readonly id: string | null;
  readonly effect: WriteResult['effect'];
  readonly version?: string | undefined;
}

/** Records an effect that is known to be there, with the link of its record, in one transaction. */
export async function confirmDelivery(delivering: Delivering, confirmed: ConfirmedEffect): Promise<WriteResult> {
  const { context, used, object, wish, key, hash } = delivering;
  const { services, environmentId, runId, businessLabel } = context;
  const { id } = confirmed;
  // Found or rewritten after an unknown outcome, but made by this run: only so can it be undone.
  const effect = delivering.mayHaveCreated && confirmed.effect !== 'deleted' ? 'created' : confirmed.effect;
  await inOrganisation(context, async (tx) => {
    if (!(await holdsLease(tx, services.lease.workerId))) services.lease.fenced();
    await markConfirmed(tx, key, {
      payloadHash: hash,
      runId,
      externalId: id,
      effect,
    });
    if (wish.identity === undefined || id === null || effect === 'deleted') return;
    await saveLink(tx, {
      ...wish.identity,
      environmentId,
      connectionId: used.row.id,
      system: used.row.system,
      object: object.name,
      externalId: id,
      label: businessLabel,
      versionSeen: confirmed.version,
      hashSeen: hash,
      createdByRunId: runId,
    });
  });
  return { id, effect, externalId: wish.recordKey };
}
