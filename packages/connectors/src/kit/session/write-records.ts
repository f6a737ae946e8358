import type { RehearsedRequest, SourceRecord, WriteOutcome, WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ErrorClass } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../call-scope.ts';
import { createOnce } from '../create-once.ts';
import { objectOf } from '../object-manifest.ts';
import { rehearseWrite } from '../rehearsal.ts';
import { failure, settleWrites } from '../settle-writes.ts';
import { decideWrite } from '../writes/decide-write.ts';
import type { Step, WriteSituation } from '../writes/decide-write.ts';
import { toBatches } from '../writes/to-batches.ts';
import type { PlacedStep } from '../writes/to-batches.ts';
import { checkedId, findId } from './read-record.ts';
import type { Call, Writes } from './system.ts';

/** Stands in the address of a record that does not exist yet. */
const NEW_RECORD_ID = 'NEW-ID';

/** Classes that can be the fault of a single record. */
const RECORD_AT_FAULT: ReadonlySet<ErrorClass> = new Set(['validation', 'duplicate', 'conflict', 'not-found']);

export interface Writer {
  readonly call: Call;
  readonly check: (object: ObjectManifest, request: WriteRequest) => Promise<void>;
  readonly concurrency: number;
}

/** One outcome per request, in their order. Where the vendor takes batches, requests share them. */
export async function writeRecords(
  writer: Writer,
  requests: readonly WriteRequest[],
): Promise<readonly WriteOutcome[]> {
  const { call, concurrency } = writer;
  const isBatched = requests.some(({ object }) => batchSizeOf(call, object) > 1);
  if (!isBatched) return settleWrites(requests, concurrency, (request) => writeRecord(writer, request));
  const outcomes: WriteOutcome[] = [];
  const steps: PlacedStep[] = [];
  for (const [index, request] of requests.entries()) {
    try {
      const planned = await plan(writer, request);
      if ('outcome' in planned) outcomes[index] = planned.outcome;
      else steps.push({ index, object: request.object, step: planned.step });
    } catch (cause) {
      outcomes[index] = failure(cause);
    }
  }
  for (const batch of toBatches(steps, (object) => batchSizeOf(call, object))) {
    const settled = await sendBatch(call, batch);
    for (const [position, { index }] of batch.entries()) {
      const missing = new ConnectorError('The batch has no result for this record.', { class: 'fatal' });
      outcomes[index] = settled[position] ?? failure(missing);
    }
  }
  return outcomes;
}

/**
 * What a write sends. Of a new record with fields that the vendor takes only in an update, this is also that update.
 */
export async function rehearseRecord(
  writerIn: (scope: CallScope) => Writer,
  scope: CallScope,
  request: WriteRequest,
): Promise<readonly RehearsedRequest[]> {
  const { call } = writerIn(scope);
  const first = await rehearseWrite(scope, (inner) => writeRecord(writerIn(inner), request));
  const object = objectOf(call.manifest, request.object);
  const { record = {} } = request;
  const isCreate = first[0]?.method === 'POST';
  if (!isCreate || !isUnfinished(writesOf(call, object), object, record)) return first;
  const step: Step = { kind: 'update', effect: 'updated', id: NEW_RECORD_ID, record };
  const rest = await rehearseWrite(scope, async (inner) => {
    const [outcome] = await send(writerIn(inner).call, object, [step]);
    return outcome;
  });
  return [...first, ...rest];
}

async function writeRecord(writer: Writer, request: WriteRequest): Promise<WriteOutcome> {
  const planned = await plan(writer, request);
  if ('outcome' in planned) return planned.outcome;
  const [outcome] = await send(writer.call, objectOf(writer.call.manifest, request.object), [planned.step]);
  return outcome ?? failure(new ConnectorError('The reply has no result for this record.', { class: 'fatal' }));
}

type Planned = { readonly step: Step } | { readonly outcome: WriteOutcome };

/** Chooses the request for a write. Looks the record up where that has to be known first. */
async function plan({ call, check }: Writer, request: WriteRequest): Promise<Planned> {
  const object = objectOf(call.manifest, request.object);
  await check(object, request);
  const { operation, identity, record = {} } = request;
  if (identity?.by === 'id') checkedId(call, object, identity.id);
  const writes = writesOf(call, object);
  const situation: WriteSituation = { operation, identity, record, strategy: writes.strategy };
  let decision = decideWrite(situation);
  if (decision.do === 'look' && identity !== undefined) {
    const found = (await findId(call, object, identity)) ?? null;
    decision = decideWrite({ ...situation, found });
  }
  switch (decision.do) {
    case 'send': {
      const { step } = decision;
      const isGone = step.kind === 'delete' && (await writes.isGone?.(call, object, step.id ?? '')) === true;
      const doneId = isGone
        ? step.id
        : step.kind === 'create'
          ? await writes.existing?.(call, object, record)
          : undefined;
      return doneId === undefined ? { step } : { outcome: { isOk: true, id: doneId, effect: 'unchanged' } };
    }
    case 'create-once': {
      const { key, step } = decision;
      const result = await createOnce({
        find: () => findId(call, object, { by: 'external-id', value: key }),
        create: () => created(call, object, step),
        sleep: call.sleep,
        scope: call.scope,
      });
      if ('created' in result) return { outcome: half(writes, object, record, result.created, 'created') };
      if (operation === 'create') return { outcome: half(writes, object, record, result.found, 'unchanged') };
      return { step: { kind: 'update', effect: 'updated', id: result.found, record } };
    }
    case 'nothing':
      return { outcome: half(writes, object, record, decision.id, 'unchanged') };
    case 'look':
    case 'refuse':
      throw new ConnectorError(`There is no such ${object.title}.`, { class: 'not-found' });
  }
}

async function created(call: Call, object: ObjectManifest, step: Step): Promise<string> {
  const [outcome] = await send(call, object, [step]);
  if (outcome?.isOk === true) return outcome.id;
  throw outcome?.error ?? new ConnectorError('The reply has no result for this record.', { class: 'fatal' });
}

async function send(call: Call, object: ObjectManifest, steps: readonly Step[]): Promise<readonly WriteOutcome[]> {
  const writes = writesOf(call, object);
  const [{ kind }] = steps as [Step];
  const limits = writes.limited?.(object);
  const left = kind === 'update' ? limits?.createOnly : kind === 'create' ? limits?.updateOnly : undefined;
  const sent = steps.map((step) => ({ ...step, record: without(step.record, left ?? []) }));
  const outcomes = writes.outcomes(await call.send(writes.request(call, object, kind, sent)), object, sent);
  return outcomes.map((outcome, index) =>
    outcome.isOk && outcome.effect === 'created'
      ? half(writes, object, steps[index]?.record ?? {}, outcome.id, 'created')
      : outcome,
  );
}

/**
 * When the request fails, that is the outcome of every record in it. Some vendors refuse a whole batch because of one
 * record and write none of it; such a batch is halved until that record is alone.
 */
async function sendBatch(call: Call, batch: readonly PlacedStep[]): Promise<readonly WriteOutcome[]> {
  const [first] = batch;
  if (first === undefined) return [];
  const steps = batch.map(({ step }) => step);
  try {
    return await send(call, objectOf(call.manifest, first.object), steps);
  } catch (cause) {
    const isRefused = cause instanceof ConnectorError && RECORD_AT_FAULT.has(cause.class);
    if (!isRefused || batch.length === 1) return batch.map(() => failure(cause));
    const middle = Math.ceil(batch.length / 2);
    return [...(await sendBatch(call, batch.slice(0, middle))), ...(await sendBatch(call, batch.slice(middle)))];
  }
}

/**
 * What a create did. Fields that the vendor accepts only in an update are left to the caller's next write, which is
 * journaled. If they were sent here and the request failed, nobody would know about the record.
 */
function half(
  writes: Writes,
  object: ObjectManifest,
  record: SourceRecord,
  id: string,
  effect: 'created' | 'unchanged',
): WriteOutcome {
  return { isOk: true, id, effect, ...(isUnfinished(writes, object, record) && { isUnfinished: true }) };
}

function isUnfinished(writes: Writes, object: ObjectManifest, record: SourceRecord): boolean {
  const updateOnly = writes.limited?.(object).updateOnly ?? [];
  return Object.keys(record).some((name) => updateOnly.includes(name));
}

function without(record: SourceRecord, names: readonly string[]): SourceRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

function batchSizeOf(call: Call, object: string): number {
  return objectOf(call.manifest, object).write?.batchSize ?? 1;
}

function writesOf(call: Call, object: ObjectManifest): Writes {
  const { writes } = call.wireOf(object);
  if (writes !== undefined) return writes;
  throw new ConnectorError(`${object.title} cannot be written.`, { class: 'validation' });
}
