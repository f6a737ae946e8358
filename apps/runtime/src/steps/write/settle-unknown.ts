import type { Delivering, WriteResult } from './delivering.ts';
import { confirmDelivery } from './confirm-delivery.ts';
import type { MatchCandidate } from './evaluate-write.ts';
import { findTarget } from './find-target.ts';
import { isReflected } from './is-reflected.ts';

/**
 * An earlier attempt sent the record, and nobody knows whether it arrived. This looks it up by its external reference.
 * When it exists as we want it, the delivery is confirmed without sending again. Returns undefined when it has to be
 * sent.
 */
export async function settleUnknown(delivering: Delivering): Promise<WriteResult | undefined> {
  const { context, used, object, wish, prior, hash } = delivering;
  if (prior.state !== 'sent') return undefined;
  const reference: MatchCandidate = { by: 'external-id', value: wish.recordKey };
  const hasReference = wish.candidates.some(({ by }) => by === 'external-id');
  const candidates = hasReference ? wish.candidates : [reference, ...wish.candidates];
  const target = await findTarget(context, { used, object, wish, candidates, isRecordNeeded: true });
  if (wish.operation === 'delete') {
    return target === undefined ? confirmDelivery(delivering, { id: prior.externalId, effect: 'deleted' }) : undefined;
  }
  if (target === undefined || prior.payloadHash !== hash || !isReflected(wish.record, target.record)) return undefined;
  return confirmDelivery(delivering, { id: target.id, effect: effectOf(delivering) });
}

/**
 * What the attempt did, judged by what it had been about to do. An upsert that was not preceded by a lookup is taken
 * for a creation.
 */
function effectOf({ prior, context, mayHaveCreated }: Delivering): 'created' | 'updated' {
  const isFirst = prior.effect === null && prior.runId === context.runId;
  return mayHaveCreated || (prior.operation === 'upsert' && isFirst) ? 'created' : 'updated';
}
