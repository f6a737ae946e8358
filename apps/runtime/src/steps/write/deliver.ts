import type { WriteOutcome } from '@throughline/core/connector';
import type { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest, WriteOperation } from '@throughline/core/connector/manifest';
import { ConnectionHeld } from '../../connections/connection-held.ts';
import { callOptions } from '../../connections/connections.ts';
import { inOrganisation } from '../../run/in-organisation.ts';
import type { RunContext } from '../../run/run-context.ts';
import { useConnection } from '../../run/use-connection.ts';
import { intendDelivery, loadDelivery, markFailed, markSent, type DeliveryRow } from '../../store/delivery.ts';
import { deleteLink } from '../../store/link.ts';
import { isListenedTo } from '../../store/own-write.ts';
import { allowEffect } from '../allow-effect.ts';
import { carriesReference } from './carries-reference.ts';
import { confirmDelivery } from './confirm-delivery.ts';
import { isRepairing, type Delivering, type WriteResult } from './delivering.ts';
import type { MatchCandidate, WriteWish } from './evaluate-write.ts';
import { findTarget, type WriteTarget } from './find-target.ts';
import { holdFound, isFoundByOther } from './hold-found.ts';
import { holdRecord, idKey, keysOf } from './hold-record.ts';
import { lookAgain, showsTheSame } from './look-again.ts';
import { objectOf } from './object-of.ts';
import { writeAndLook } from './own-write.ts';
import { payloadHash } from './payload-hash.ts';
import { planWrite } from './plan-write.ts';
import { settleUnknown } from './settle-unknown.ts';
import { writeOne } from './write-one.ts';

/**
 * Writes one record exactly once, however often and by however many runs this is called. While one caller looks the
 * record up and sends it, it holds the record and others wait. The delivery says what is known about the effect: when
 * it is confirmed and equal there is nothing to do, and when it was sent the record may exist, so it is looked up
 * before anything is sent again.
 */
export function deliver(context: RunContext, wish: WriteWish, path: string): Promise<WriteResult> {
  return useConnection(context, wish.connection, async (used) => {
    const object = objectOf(used, wish.object);
    const hash = payloadHash(wish.operation, wish.record);
    const { environmentId, definitionId, runId } = context;
    const { step, recordKey } = wish;
    const connectionId = used.row.id;
    const key = { environmentId, definitionId, step, recordKey, connectionId, object: object.name };
    const { held, prior, isListened } = await inOrganisation(context, async (tx) => ({
      held: await holdRecord(tx, context, { connectionId, object: object.name, keys: keysOf(wish), path }),
      prior: await intendDelivery(tx, {
        ...key,
        system: used.row.system,
        operation: wish.operation,
        payloadHash: hash,
        runId,
        path,
      }),
      isListened: await isListenedTo(tx, environmentId, wish.connection, object.name),
    }));
    const mayHaveCreated = prior.state === 'sent' && prior.runId === runId && prior.operation === 'create';
    const delivering: Delivering = {
      context,
      used,
      object,
      wish: { ...wish, candidates: [...fromLedger(object, prior), ...wish.candidates] },
      key,
      path,
      hash,
      prior,
      held,
      isListenedTo: isListened,
      mayHaveCreated,
    };
    try {
      return halfDone(delivering) ?? (await alreadyDone(delivering)) ?? (await settleOrSend(delivering));
    } finally {
      await held.letGo();
    }
  });
}

async function settleOrSend(delivering: Delivering): Promise<WriteResult> {
  const settled = await settleUnknown(delivering);
  if (settled?.kind === 'done') return settled.result;
  return send({ ...delivering, ours: settled?.target }, delivering.wish.candidates);
}

/** A record that cannot carry our external id is known by the id that it got when it was delivered. */
const fromLedger = (object: ObjectManifest, { state, effect, externalId }: DeliveryRow): MatchCandidate[] =>
  carriesReference(object) || externalId === null || effect === null || state === 'undone'
    ? []
    : [{ by: 'ledger', id: externalId }];

/**
 * The step that did it gets the same answer when it is resumed. Any other, of this run or another one, looks at the
 * record, and repairs it when it is gone or was changed: later steps must get the id of a record that is there.
 */
async function alreadyDone(delivering: Delivering): Promise<WriteResult | undefined> {
  const { context, prior, hash, wish, used, object } = delivering;
  if (prior.state !== 'confirmed' || prior.payloadHash !== hash) return undefined;
  const id = prior.externalId;
  const answer = answeredBefore(delivering);
  if (answer !== undefined) return answer;
  // Somebody else has used the record since; an attempt to take it back will be refused, and must be made to say so.
  if (isMaker(delivering)) return { id, externalId: wish.recordKey, effect: 'created' };
  // From here on the record belongs to this step, too: the one that wrote it may not take it back alone any more.
  const unchanged = () => confirmDelivery(delivering, { id, effect: 'unchanged' });
  if (wish.verify === 'never' || id === null) return unchanged();
  const damage = await lookAgain(delivering, id);
  if (damage.as === 'delivered') return unchanged();
  if (damage.as === 'changed') {
    // The deleted record exists again, or the connection points to another account, so look up what to delete.
    if (wish.operation === 'delete') return send({ ...delivering, damage }, wish.candidates);
    return send({ ...delivering, damage, wish: { ...wish, knownId: id } }, []);
  }
  await inOrganisation(context, (tx) => deleteLink(tx, used.row.id, object.name, id));
  return send({ ...delivering, damage }, wish.candidates);
}

/** Whether this step of this run is the one that is noted. An earlier release noted only the run. */
const isThis = ({ context, path }: Delivering, runId: string | null, notedPath: string | null): boolean =>
  runId === context.runId && (notedPath === null || notedPath === path);

const isMaker = (delivering: Delivering): boolean =>
  isThis(delivering, delivering.prior.createdByRunId, delivering.prior.createdByPath);

/** The answer that this step got before, if it was the last one to deliver the record. */
function answeredBefore(delivering: Delivering): WriteResult | undefined {
  const { prior, wish } = delivering;
  if (prior.effect === null || !isThis(delivering, prior.runId, prior.path)) return undefined;
  const effect = prior.effect as WriteResult['effect'];
  const isMadeAnew = effect === 'repaired' && isMaker(delivering);
  return { id: prior.externalId, effect, externalId: wish.recordKey, ...(isMadeAnew && { isMade: true }) };
}

/** The hash of a record whose second half is still to be written. */
const halfOf = (hash: string): string => `${hash}:half`;

/** The record is there, and only its second half is to be written, whichever run wrote the first. */
function halfDone(delivering: Delivering): WriteResult | undefined {
  const { prior, hash, wish } = delivering;
  if (prior.state !== 'confirmed' || prior.payloadHash !== halfOf(hash) || wish.knownId !== undefined) return undefined;
  const answer = answeredBefore(delivering);
  if (answer?.effect === 'created' || answer?.effect === 'repaired') return { ...answer, isUnfinished: true };
  return { id: prior.externalId, effect: 'updated', externalId: wish.recordKey, isUnfinished: true };
}

async function send(delivering: Delivering, candidates: readonly MatchCandidate[]): Promise<WriteResult> {
  const { context, used, object, wish, key, path, hash, held, mayHaveCreated, ours } = delivering;
  const isThorough = wish.undo !== undefined || mustLook(delivering);
  const target =
    knownTarget(wish) ??
    ours ??
    (await findTarget(context, {
      used,
      object,
      wish,
      candidates: isThorough ? candidates : cheapCandidates(candidates),
      isRecordNeeded: wish.undo !== undefined || delivering.prior.state === 'sent',
    }));
  // No conflict with a record that we made ourselves.
  const plan = planWrite(ours === undefined ? wish : { ...wish, onConflict: 'update' }, object, target);
  if (plan.kind === 'nothing') {
    if (target !== undefined) await holdFound(delivering, target);
    // A record that was gone has a successor, which was found: the ledger then gets its id.
    const effect = delivering.damage?.as === 'gone' ? 'repaired' : plan.effect;
    return confirmDelivery(delivering, { id: target?.id ?? null, effect });
  }
  const isUnguarded = target === undefined && !isRecognised(object, plan.request.operation);
  if (isUnguarded && held.openForMs > 0) throw stillOpen(held.openForMs);
  const isCreation = mayHaveCreated || (isThorough && target === undefined);
  const operation = isCreation ? 'create' : plan.request.operation;
  await inOrganisation(context, async (tx) => {
    await allowEffect(tx, context);
    const isRepair = isRepairing(delivering);
    const externalId = target?.id ?? delivering.prior.externalId;
    if (target !== undefined && isFoundByOther(target)) await held.holdsToo(tx, idKey(target.id));
    const sent = { operation, payloadHash: hash, runId: context.runId, path, externalId, isRepair };
    if (!(await markSent(tx, delivering.prior, sent))) throw changedMeanwhile();
    if (isUnguarded) await held.opens(tx);
  });
  context.services.boundary(`sent ${wish.step}/${wish.recordKey}`);
  const { outcome, own } = await writeAndLook(delivering, plan.request, () => writeOne(used, plan.request));
  context.services.boundary(`answered ${wish.step}/${wish.recordKey}`);
  if (outcome.isOk && outcome.isUnfinished === true) {
    const half = await confirmDelivery({ ...delivering, hash: halfOf(hash) }, outcome, own);
    return { ...half, isUnfinished: true };
  }
  if (outcome.isOk)
    return confirmDelivery(delivering, { ...outcome, effect: await effectOf(delivering, outcome) }, own);
  if (outcome.error.isOutcomeUnknown) {
    if (isAnswered(outcome.error)) await inOrganisation(context, (tx) => held.closes(tx));
    throw outcome.error;
  }
  await inOrganisation(context, async (tx) => {
    await markFailed(tx, key, outcome.error.message, isSecondHalf(delivering) ? halfOf(hash) : undefined);
    await held.closes(tx);
  });
  if (isStaleLink(outcome.error, target)) {
    await inOrganisation(context, (tx) => deleteLink(tx, used.row.id, object.name, target.id));
    const prior = await inOrganisation(context, (tx) => loadDelivery(tx, key));
    return send(
      { ...delivering, prior },
      candidates.filter(({ by }) => by !== 'link'),
    );
  }
  throw outcome.error;
}

/** Only the first half had been written when this began, so it stays if the second fails. */
const isSecondHalf = ({ prior, hash, wish }: Delivering): boolean =>
  wish.knownId !== undefined && (prior.payloadHash === halfOf(hash) || prior.state === 'sent');

const knownTarget = ({ knownId }: WriteWish): WriteTarget | undefined =>
  knownId === undefined ? undefined : { id: knownId, via: 'external-id' };

/**
 * What a write did. A system may return some fields differently from how they were sent, and then a record looks
 * changed though nobody touched it: a repair that leaves our fields as they were has changed nothing.
 */
async function effectOf(
  { used, object, wish, damage }: Delivering,
  outcome: Extract<WriteOutcome, { isOk: true }>,
): Promise<WriteResult['effect']> {
  if (damage?.as !== 'changed' || wish.operation === 'delete') return outcome.effect;
  const identity = { by: 'id', id: outcome.id } as const;
  const after = await used.session.read({ object: object.name, identity }, callOptions).catch(() => undefined);
  return after !== undefined && showsTheSame(wish.record ?? {}, damage.record, after) ? 'unchanged' : outcome.effect;
}

/** Tells whether the system itself makes one record of two requests that create the same one. */
const isRecognised = (object: ObjectManifest, operation: WriteOperation): boolean =>
  operation === 'upsert' && object.write?.recognisesRepeats === true;

/** A system that has answered, whatever the answer, has ended its work. A gateway in front of it does not know that. */
const isAnswered = ({ status }: ConnectorError): boolean => status !== undefined && status !== 502 && status !== 504;

/** The lookup found nothing, which is conclusive only once no earlier request can still arrive. */
const stillOpen = (openForMs: number): ConnectionHeld =>
  new ConnectionHeld(
    'An earlier request to create this record was not answered and may still take effect; looking again.',
    Math.min(openForMs + 1, 1000),
    'lock',
  );

/** This cannot happen while the record is held. If it does all the same, what was found cannot be trusted. */
const changedMeanwhile = (): ConnectionHeld =>
  new ConnectionHeld('The delivery was changed meanwhile; looking again.', 300, 'lock');

/** Tells whether candidates must be looked up one by one, instead of leaving the match by external id to the system. */
function mustLook({ wish, object, prior, held }: Delivering): boolean {
  const canUpsert = carriesReference(object) && object.write?.operations.includes('upsert') === true;
  const hasUpsert = canUpsert && wish.operation === 'upsert';
  const hasFields = wish.candidates.some(({ by }) => by === 'field');
  return !hasUpsert || hasFields || wish.onConflict !== 'update' || prior.state === 'sent' || held.openForMs > 0;
}

/**
 * Only the link is looked up. Whatever it does not find, the system's own upsert does, in one request and without a
 * race.
 */
const cheapCandidates = (candidates: readonly MatchCandidate[]): MatchCandidate[] =>
  candidates.filter(({ by }) => by === 'link');

/**
 * The linked record was deleted in the system, so the link is dropped and the other candidates or a new record take
 * over.
 */
function isStaleLink(error: ConnectorError, target: WriteTarget | undefined): target is WriteTarget {
  return target?.via === 'link' && (error.class === 'not-found' || error.class === 'gone');
}
