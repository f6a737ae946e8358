import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { OrganisationTx } from '@throughline/core/db';
import type { Ignored } from '@throughline/core/db/events/decide-event';
import type { RecordTrigger } from '@throughline/core/flow';
import { deletedMark, findOwnWrite, type WrittenRecord } from '../store/own-write.ts';

export const deletionIgnored: Ignored = {
  reason: 'deletion',
  note: 'The record was deleted, and the trigger ignores deletions.',
};

/** `$trigger` of a deleted record: what is left of it. */
export const deletedRecord = ({ identity }: Pick<ObjectManifest, 'identity'>, id: string, deletedAt: string) => ({
  [identity.field]: id,
  isDeleted: true,
  deletedAt,
});

/** Why a deletion starts nothing, or undefined. A record that we deleted ourselves was deleted by nobody else. */
export async function whyDeletionIgnored(
  tx: OrganisationTx,
  trigger: RecordTrigger,
  record: WrittenRecord,
): Promise<Ignored | undefined> {
  if (trigger.deletions === 'ignore') return deletionIgnored;
  const own = await findOwnWrite(tx, record);
  return own?.version === deletedMark ? { reason: 'echo', note: 'This is the echo of our own deletion.' } : undefined;
}
