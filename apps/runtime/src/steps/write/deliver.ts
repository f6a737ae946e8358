import type { WriteOutcome, WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest, WriteOperation } from '@throughline/core/connector/manifest';
import { ConnectionHeld } from '../../connections/connection-held.ts';
import { callOptions, type UsedConnection } from '../../connections/connections.ts';
import { inOrganisation } from '../../run/in-organisation.ts';
import type { RunContext } from '../../run/run-context.ts';
import { useConnection } from '../../run/use-connection.ts';
import { intendDelivery, loadDelivery, markFailed, markSent } from '../../store/delivery.ts';
import { deleteLink } from '../../store/link.ts';
import { isListenedTo } from '../../store/own-write.ts';
import { allowEffect } from './allow-effect.ts';
import { confirmDelivery } from './confirm-delivery.ts';
import type { Delivering, WriteResult } from './delivering.ts';
import type { MatchCandidate, WriteWish } from './evaluate-write.ts';
import { findTarget, type WriteTarget } from './find-target.ts';
import { holdRecord, keysOf } from './hold-record.ts';
import { objectOf } from './object-of.ts';
import { writeAndLook } from './own-write.ts';
import { payloadHash } from './payload-hash.ts';
import { planWrite, type PlannedRequest } from './plan-write.ts';
import { settleUnknown } from './settle-unknown.ts';

/**
 * Writes one record once, however often it is called and by however many runs. While one looks for the record and sends
 * it, it holds the record, and others wait. The delivery says what is known of the effect: equal and confirmed means
 * there is nothing to do, sent means it may be there and is looked for before anything is sent again.
 */
export function deliver(context: RunContext, wish: WriteWish, path: string): Promise<WriteResult> {
  return useConnection(context, wish.connection, async (used) => {
    const object = objectOf(used, wish.object);
    const hash = payloadHash(wish.operation, wish.record);
    const { environmentId, definitionId, runId } = context;
    const key = { environmentId, definitionId, step: wish.step, recordKey: wish.recordKey };
    const connectionId = used.row.id;
    const { held, prior, isListened } = await inOrganisation(context, async (tx) => ({
      held: await holdRecord(tx, context, { connectionId, object: object.name, keys: keysOf(wish), path }),
      prior: await intendDelivery(tx, {
        ...key,
        connectionId,
        system: used.row.system,
        object: wish.object,
        operation: wish.operation,
        payloadHash: hash,
        runId,
      }),
      isListened: await isListenedTo(tx, environmentId, wish.connection, object.name),
    }));
    const mayHaveCreated = prior.state === 'sent' && prior.runId === runId && prior.operation === 'create';
    const delivering: Delivering = {
      context,
      used,
      object,
      wish,
      key,
      hash,
      prior,
      held,
      isListenedTo: isListened,
      mayHaveCreated,
    };
    try {
      return alreadyDone(delivering) ?? (await settleUnknown(delivering)) ?? (await send(delivering, wish.candidates));
    } finally {
      await held.letGo();
    }
  });
}

/** The run that did it gets the same answer when it is resumed; for any other there was nothing to do. */
function alreadyDone({ context, prior, hash, wish }: Delivering): WriteResult | undefined {
  if (prior.state !== 'confirmed' || prior.payloadHash !== hash) return undefined;
  const effect = prior.runId === context.runId ? prior.effect : null;
  return { id: prior.externalId, effect: (effect ?? 'unchanged') as WriteResult['effect'], externalId: wish.recordKey };
}

async function send(delivering: Delivering, candidates: readonly MatchCandidate[]): Promise<WriteResult> {
  const { context, used, object, wish, key, hash, held, mayHaveCreated } = delivering;
  const isThorough = wish.needsExactEffect || mustLook(delivering);
  const target = await findTarget(context, {
    used,
    object,
    wish,
    candidates: isThorough ? candidates : cheapCandidates(candidates),
    isRecordNeeded: wish.needsExactEffect || delivering.prior.state === 'sent',
  });
  const plan = planWrite(wish, object, target);
  if (plan.kind === 'nothing') {
    return confirmDelivery(delivering, { id: target?.id ?? null, effect: plan.effect });
  }
  const isUnguarded = target === undefined && !isRecognised(object, plan.request.operation);
  if (isUnguarded && held.openForMs > 0) throw stillOpen(held.openForMs);
  const isCreation = mayHaveCreated || (isThorough && target === undefined);
  const operation = isCreation ? 'create' : plan.request.operation;
  await inOrganisation(context, async (tx) => {
    await allowEffect(tx, context);
    const sent = { operation, payloadHash: hash, runId: context.runId };
    if (!(await markSent(tx, delivering.prior, sent))) throw changedMeanwhile();
    if (isUnguarded) await held.opens(tx);
  });
  context.services.boundary(`sent ${wish.step}/${wish.recordKey}`);
  const { outcome, own } = await writeAndLook(delivering, plan.request, () => writeOne(used, plan.request));
  context.services.boundary(`answered ${wish.step}/${wish.recordKey}`);
  if (outcome.isOk) return confirmDelivery(delivering, outcome, own);
  if (outcome.error.isOutcomeUnknown) {
    if (isAnswered(outcome.error)) await inOrganisation(context, (tx) => held.closes(tx));
    throw outcome.error;
  }
  await inOrganisation(context, async (tx) => {
    await markFailed(tx, key, outcome.error.message);
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

/** Whether the system itself makes one record of two requests that create the same one. */
const isRecognised = (object: ObjectManifest, operation: WriteOperation): boolean =>
  operation === 'upsert' && object.write?.upsert !== 'find-then-write+ledger';

/** A system that answered, with whatever, has ended its work; a gateway in front of it knows nothing of that. */
const isAnswered = ({ status }: ConnectorError): boolean => status !== undefined && status !== 502 && status !== 504;

/** Looking found nothing, which will mean something only when no earlier request can arrive any more. */
const stillOpen = (openForMs: number): ConnectionHeld =>
  new ConnectionHeld(
    'An earlier request to create this record was not answered and may still take effect; looking again.',
    Math.min(openForMs + 1, 1000),
    'lock',
  );

/** Cannot happen while the record is held; should it happen all the same, what was found is not to be trusted. */
const changedMeanwhile = (): ConnectionHeld =>
  new ConnectionHeld('The delivery was changed meanwhile; looking again.', 300, 'lock');

/** Whether candidates must be looked up one by one, instead of leaving the match by external id to the system. */
function mustLook({ wish, object, prior, held }: Delivering): boolean {
  const hasUpsert = object.write?.operations.includes('upsert') === true && wish.operation === 'upsert';
  const hasFields = wish.candidates.some(({ by }) => by === 'field');
  return !hasUpsert || hasFields || wish.onConflict !== 'update' || prior.state === 'sent' || held.openForMs > 0;
}

/** Only the link: what it does not find, the system's own upsert does, in one request and without a race. */
const cheapCandidates = (candidates: readonly MatchCandidate[]): MatchCandidate[] =>
  candidates.filter(({ by }) => by === 'link');

async function writeOne({ session }: UsedConnection, request: PlannedRequest): Promise<WriteOutcome> {
  try {
    const [outcome] = await session.write([request satisfies WriteRequest], callOptions);
    if (outcome !== undefined) return outcome;
    throw new ConnectorError('The connector gave no outcome for the record.', {
      class: 'transient',
      isOutcomeUnknown: true,
    });
  } catch (error) {
    if (error instanceof ConnectorError) return { isOk: false, error };
    throw error;
  }
}

/** The linked record was deleted there: the link is dropped, and the other candidates or a new record take over. */
function isStaleLink(error: ConnectorError, target: WriteTarget | undefined): target is WriteTarget {
  return target?.via === 'link' && (error.class === 'not-found' || error.class === 'gone');
}
