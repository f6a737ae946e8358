import type { LookedRecord, RecordIdentity, WriteOutcome } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { OrganisationTx } from '@throughline/core/db';
import { callOptions } from '../../connections/connections.ts';
import { deletedMark, forgetOwnWrite, saveOwnWrite, type RecordVersion } from '../../store/own-write.ts';
import type { Delivering } from './delivering.ts';
import { isOwnChange } from './is-own-change.ts';
import type { PlannedRequest } from './plan-write.ts';

/** What our write did to a record, as far as it can be told from looking at it before and after. */
export type OwnWrite =
  | { readonly kind: 'known'; readonly before: RecordVersion | undefined; readonly after: RecordVersion }
  /** Somebody else may have changed the record, too. */
  | { readonly kind: 'unsure' };

/** What recognising our own write needs to know about it, be it a delivery or an undo of one. */
export type Writing = Pick<Delivering, 'context' | 'used' | 'object' | 'isListenedTo'>;

/**
 * Writes. Where a live flow listens to changes of the record, it looks at the record before and after, so that the
 * change that comes back is recognised as the echo of this write. Looking must not fail the write; it only leaves the
 * echo unrecognised.
 */
export async function writeAndLook(
  writing: Writing,
  request: PlannedRequest,
  write: () => Promise<WriteOutcome>,
): Promise<{ readonly outcome: WriteOutcome; readonly own: OwnWrite | undefined }> {
  const { isListenedTo, object } = writing;
  if (!isListenedTo || object.changes === undefined) return { outcome: await write(), own: undefined };
  const before = await look(writing, request.identity);
  const outcome = await write();
  if (!outcome.isOk || outcome.effect === 'unchanged') return { outcome, own: undefined };
  if (outcome.effect === 'deleted') return { outcome, own: ownDeletion() };
  const after = await look(writing, { by: 'id', id: outcome.id });
  const isComplete = before !== 'failed' && after !== 'failed' && after !== undefined;
  // A record that was updated has been there before, whether we found it or not.
  if (!isComplete || (before === undefined && outcome.effect === 'updated'))
    return { outcome, own: { kind: 'unsure' } };
  const isOurs = isOwnChange(object.schema, before?.record, request.record ?? {}, after.record);
  return {
    outcome,
    own: isOurs ? { kind: 'known', before: before && versionOf(before), after: versionOf(after) } : { kind: 'unsure' },
  };
}

/** Belongs in the transaction that confirms the write. */
export async function noteOwnWrite(
  tx: OrganisationTx,
  { context, used, object }: Pick<Writing, 'context' | 'used' | 'object'>,
  externalId: string,
  own: OwnWrite,
): Promise<void> {
  const record = { connectionId: used.row.id, object: object.name, externalId };
  if (own.kind === 'known') await saveOwnWrite(tx, context.environmentId, record, own);
  else await forgetOwnWrite(tx, record);
}

export const ownDeletion = (): OwnWrite => ({
  kind: 'known',
  before: undefined,
  after: { version: deletedMark, changedAt: new Date() },
});

const versionOf = ({ version, changedAt }: LookedRecord): RecordVersion => ({
  version,
  changedAt: new Date(changedAt),
});

async function look(
  { used, object }: Pick<Writing, 'used' | 'object'>,
  identity: RecordIdentity | undefined,
): Promise<LookedRecord | undefined | 'failed'> {
  if (identity === undefined) return undefined;
  try {
    return await used.session.look({ object: object.name, identity }, callOptions);
  } catch (error) {
    if (error instanceof ConnectorError) return 'failed';
    throw error;
  }
}
