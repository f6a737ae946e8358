import type { WriteOutcome, WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { ConnectionHeld } from '../../connections/connection-held.ts';
import { callOptions, type UsedConnection } from '../../connections/connections.ts';
import { inOrganisation } from '../../engine/in-organisation.ts';
import type { RunContext } from '../../engine/run-context.ts';
import { useConnection } from '../../engine/use-connection.ts';
import {
  intendDelivery,
  isSenderUnderWay,
  loadDelivery,
  markFailed,
  markSent,
  type DeliveryRow,
} from '../../store/delivery.ts';
import { deleteLink } from '../../store/link.ts';
import { allowEffect } from './allow-effect.ts';
import { confirmDelivery } from './confirm-delivery.ts';
import type { Delivering, WriteResult } from './delivering.ts';
import type { MatchCandidate, WriteWish } from './evaluate-write.ts';
import { findTarget, type WriteTarget } from './find-target.ts';
import { objectOf } from './object-of.ts';
import { payloadHash } from './payload-hash.ts';
import { planWrite, type PlannedRequest } from './plan-write.ts';
import { settleUnknown } from './settle-unknown.ts';

/**
 * Writes one record once, however often it is called. The delivery says what is known of the effect: equal and
 * confirmed means there is nothing to do, sent means it may be there and is looked for before anything is sent again.
 */
export function deliver(context: RunContext, wish: WriteWish): Promise<WriteResult> {
  return useConnection(context, wish.connection, async (used) => {
    const object = objectOf(used, wish.object);
    const hash = payloadHash(wish.operation, wish.record);
    const { environmentId, definitionId, runId } = context;
    const key = { environmentId, definitionId, step: wish.step, recordKey: wish.recordKey };
    const prior = await inOrganisation(context, (tx) =>
      intendDelivery(tx, {
        ...key,
        connectionId: used.row.id,
        system: used.row.system,
        object: wish.object,
        operation: wish.operation,
        payloadHash: hash,
        runId,
      }),
    );
    if (prior.state === 'confirmed' && prior.payloadHash === hash) {
      // The run that did it gets the same answer when it is resumed; for any other there was nothing to do.
      const effect = prior.runId === runId ? ((prior.effect ?? 'unchanged') as WriteResult['effect']) : 'unchanged';
      return { id: prior.externalId, effect, externalId: wish.recordKey };
    }
    if (prior.state === 'sent' && prior.runId !== runId) await waitForSender(context, prior);
    const mayHaveCreated = prior.state === 'sent' && prior.runId === runId && prior.operation === 'create';
    const delivering: Delivering = { context, used, object, wish, key, hash, prior, mayHaveCreated };
    return (await settleUnknown(delivering)) ?? (await send(delivering, wish.candidates));
  });
}

async function send(delivering: Delivering, candidates: readonly MatchCandidate[]): Promise<WriteResult> {
  const { context, used, object, wish, key, hash, mayHaveCreated } = delivering;
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
  const isCreation = mayHaveCreated || (isThorough && target === undefined);
  const operation = isCreation ? 'create' : plan.request.operation;
  await inOrganisation(context, async (tx) => {
    await allowEffect(tx, context);
    const sent = { operation, payloadHash: hash, runId: context.runId };
    if (!(await markSent(tx, delivering.prior, sent))) throw new ConnectionHeld(otherRunWrites, otherRunWaitMs);
  });
  context.services.boundary(`sent ${wish.step}/${wish.recordKey}`);
  const outcome = await writeOne(used, plan.request);
  context.services.boundary(`answered ${wish.step}/${wish.recordKey}`);
  if (outcome.isOk) return confirmDelivery(delivering, outcome);
  if (outcome.error.isOutcomeUnknown) throw outcome.error;
  await inOrganisation(context, (tx) => markFailed(tx, key, outcome.error.message));
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

const otherRunWrites = 'Another run is writing this record.';
const otherRunWaitMs = 300;

/** Two runs that found no record would make two: the second one waits until the first knows, and then looks again. */
async function waitForSender(context: RunContext, prior: DeliveryRow): Promise<void> {
  if (await inOrganisation(context, (tx) => isSenderUnderWay(tx, prior))) {
    throw new ConnectionHeld(otherRunWrites, otherRunWaitMs);
  }
}

/** Whether candidates must be looked up one by one, instead of leaving the match by external id to the system. */
function mustLook({ wish, object, prior }: Delivering): boolean {
  const hasUpsert = object.write?.operations.includes('upsert') === true && wish.operation === 'upsert';
  const hasFields = wish.candidates.some(({ by }) => by === 'field');
  return !hasUpsert || hasFields || wish.onConflict !== 'update' || prior.state === 'sent';
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
