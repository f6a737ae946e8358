import type { Delivering, WriteResult } from './delivering.ts';
import { businessFailure } from '../../failures/step-failure.ts';
import { inOrganisation } from '../../run/in-organisation.ts';
import { markUnknown } from '../../store/delivery.ts';
import { carriesReference } from './carries-reference.ts';
import { confirmDelivery, type ConfirmedEffect } from './confirm-delivery.ts';
import type { MatchCandidate } from './evaluate-write.ts';
import { findTarget, type WriteTarget } from './find-target.ts';
import { isReflected } from './is-reflected.ts';
import { readableFields } from './readable-fields.ts';

/** What a lookup revealed about a request that was sent but never answered. */
export type Settled =
  | { readonly kind: 'done'; readonly result: WriteResult }
  /** The request made this record, and not everything that we want stands in it. */
  | { readonly kind: 'ours'; readonly target: WriteTarget };

/**
 * An earlier attempt sent the record, and nobody knows whether it arrived. This looks it up by its external reference.
 * When it exists as we want it, the delivery is confirmed without sending again. Returns undefined when it has to be
 * sent.
 */
export async function settleUnknown(delivering: Delivering): Promise<Settled | undefined> {
  const { context, used, object, wish, prior, hash } = delivering;
  if (prior.state !== 'sent') return undefined;
  const confirmed = async (id: string | null, effect: ConfirmedEffect['effect']): Promise<Settled> => ({
    kind: 'done',
    result: await confirmDelivery(delivering, { id, effect }),
  });
  const reference: MatchCandidate = { by: 'external-id', value: wish.recordKey };
  const hasReference = wish.candidates.some(({ by }) => by === 'external-id');
  const candidates = hasReference ? wish.candidates : [reference, ...wish.candidates];
  const target = await findTarget(context, { used, object, wish, candidates, isRecordNeeded: true });
  if (wish.operation === 'delete') {
    return target === undefined ? confirmed(prior.externalId, 'deleted') : undefined;
  }
  if (target === undefined) {
    await refuseWrongAdoption(delivering);
    await refuseBlindCreation(delivering);
    return undefined;
  }
  const isSame = prior.payloadHash === hash;
  const isShown = isReflected(readableFields(wish.record ?? {}, object.schema), target.record);
  if (isSame && isShown) return confirmed(target.id, effectOf(delivering));
  if (!isOwnCreation(delivering, target)) return undefined;
  // A system may return a field differently from how it was sent, but it may also have taken only a part of the record.
  if (isSame && object.write?.operations.includes('update') !== true) return confirmed(target.id, effectOf(delivering));
  return { kind: 'ours', target };
}

/**
 * Tells whether the request that was not answered made this record. It was sent because no record was found before, so
 * what stands under our external id is its work. A record that a field finds is ours only where no external id could tell.
 */
const isOwnCreation = ({ prior, object }: Delivering, { via }: WriteTarget): boolean =>
  prior.operation === 'create' && (via === 'external-id' || !carriesReference(object));

/** A person has said which record was made, and there is no such record: creating one now could make a second. */
async function refuseWrongAdoption({ context, object, key, prior }: Delivering): Promise<void> {
  if (prior.effect !== 'adopted') return;
  const errorMessage = `There is no ${object.title} ${prior.externalId ?? ''}, so it was not adopted and nothing was sent. Look up the id again and adopt that record. If it does not exist, replay this exception, and it is created.`;
  await inOrganisation(context, (tx) =>
    markUnknown(tx, key, { runId: context.runId, errorMessage, externalId: null, effect: null }),
  );
  throw businessFailure('OUTCOME_UNKNOWN', errorMessage);
}

/**
 * Without an external id in the record and without a field to find it by, nothing tells whether it was created, and
 * sending it again could make a second one. A person looks, and says by a replay that it is not there.
 */
async function refuseBlindCreation({ context, object, wish, key, prior }: Delivering): Promise<void> {
  if (prior.operation !== 'create' || carriesReference(object)) return;
  if (wish.candidates.some(({ by }) => by === 'field') || context.repeatedRunIds.includes(prior.runId)) return;
  const errorMessage = `It is unknown whether ${object.title} ${wish.recordKey} was created: the request was sent, its answer was lost, and ${object.title} cannot carry an external id to look for. Look whether it exists in the system. If it does not, replay this exception, and it is created. If it does, adopt it by its id, and match the step by a field of the record so that it is found next time.`;
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
