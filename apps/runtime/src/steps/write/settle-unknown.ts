import type { Delivering, WriteResult } from './delivering.ts';
import { businessFailure } from '../../failures/step-failure.ts';
import { inOrganisation } from '../../run/in-organisation.ts';
import { markUnknown } from '../../store/delivery.ts';
import { carriesReference } from './carries-reference.ts';
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
  if (target === undefined) await refuseBlindCreation(delivering);
  if (target === undefined || prior.payloadHash !== hash || !isReflected(wish.record, target.record)) return undefined;
  return confirmDelivery(delivering, { id: target.id, effect: effectOf(delivering) });
}

/**
 * Without an external id in the record and without a field to find it by, nothing tells whether it was created, and
 * sending it again could make a second one. A person looks, and says by a replay that it is not there.
 */
async function refuseBlindCreation({ context, object, wish, key, prior }: Delivering): Promise<void> {
  if (prior.operation !== 'create' || carriesReference(object)) return;
  if (wish.candidates.some(({ by }) => by === 'field') || context.repeatedRunIds.includes(prior.runId)) return;
  const errorMessage = `It is unknown whether ${object.title} ${wish.recordKey} was created: the request was sent, its answer was lost, and ${object.title} cannot carry an external id to look for. Look whether it exists in the system. If it does not, replay this exception, and it is created. If it does, resolve the exception by hand, and match the step by a field of the record so that it is found next time.`;
  await inOrganisation(context, (tx) => markUnknown(tx, key, { runId: context.runId, errorMessage }));
  throw businessFailure('OUTCOME_UNKNOWN', errorMessage);
}

/**
 * What the attempt did, judged by what it had been about to do. An upsert that was not preceded by a lookup is taken
 * for a creation.
 */
function effectOf({ prior, context, mayHaveCreated }: Delivering): 'created' | 'updated' {
  const isFirst = prior.effect === null && prior.runId === context.runId;
  return mayHaveCreated || (prior.operation === 'upsert' && isFirst) ? 'created' : 'updated';
}
