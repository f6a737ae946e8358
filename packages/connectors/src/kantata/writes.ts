import type { WriteOutcome } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { HttpReply, HttpRequest } from '../kit/http-request.ts';
import type { Call, Writes } from '../kit/session/system.ts';
import type { Step, StepKind } from '../kit/writes/decide-write.ts';
import { referenceBlock } from './external-reference.ts';
import { unwrap } from './record.ts';
import { resourceOf, ROOT } from './resources.ts';

/** The vendor has neither upsert nor idempotency key: the external reference does their work. */
export const writes: Writes = {
  strategy: 'find-then-write',
  request: toRequest,
  outcomes: toOutcomes,
  limited: ({ name }) => resourceOf(name),
};

function toRequest(_call: Call, object: ObjectManifest, kind: StepKind, steps: readonly Step[]): HttpRequest {
  const [{ id = '', key, record }] = steps as [Step];
  const { singular, createPath } = resourceOf(object.name);
  const path = `${ROOT}/${object.name}/${encodeURIComponent(id)}.json`;
  if (kind === 'delete') return { method: 'DELETE', path, isRepeatable: true, accept: [404] };
  if (kind === 'update') return { method: 'PUT', path, body: { [singular]: record }, isRepeatable: true };
  const reference = key === undefined ? {} : { external_reference: referenceBlock(object, key) };
  const body = { [singular]: { ...record, ...reference } };
  return { method: 'POST', path: `${ROOT}/${createPath}`, body, isRepeatable: false };
}

function toOutcomes(reply: HttpReply, object: ObjectManifest, [step]: readonly Step[]): readonly WriteOutcome[] {
  const { kind, id = '', effect } = step as Step;
  if (kind === 'delete') return [{ isOk: true, id, effect: reply.status === 404 ? 'unchanged' : effect }];
  const [written] = unwrap(reply.body, object.name);
  if (written !== undefined) return [{ isOk: true, id: String(written['id']), effect }];
  throw new ConnectorError(`Kantata OX wrote to ${object.name} but did not return the record.`, {
    class: 'fatal',
    vendorCode: 'SCHEMA_DRIFT',
    fields: ['results'],
    isOutcomeUnknown: true,
  });
}
