import type { WriteOutcome } from '@throughline/core/connector';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { z } from 'zod';
import type { HttpReply, HttpRequest } from '../../kit/http-request.ts';
import { parseWire } from '../../kit/parse-wire.ts';
import type { Call, Writes } from '../../kit/session/system.ts';
import { toConnectorError } from '../../kit/vendor-problem.ts';
import { effectOf } from '../../kit/writes/decide-write.ts';
import type { Step, StepKind } from '../../kit/writes/decide-write.ts';
import { salesforceManifest as manifest } from '../manifest.ts';
import { keyField, root } from '../addresses.ts';

const resultReply = z.array(
  z.object({
    id: z.string().nullish(),
    success: z.boolean(),
    created: z.boolean().optional(),
    errors: z.array(z.object({ statusCode: z.string(), message: z.string(), fields: z.array(z.string()).nullish() })),
  }),
);

/**
 * sObject Collections: up to 200 records of one kind of write, each with a result of its own.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm
 */
export const collections: Writes = { strategy: 'native-external-id', request: toRequest, outcomes: toOutcomes };

function toRequest(call: Call, { name: type }: ObjectManifest, kind: StepKind, steps: readonly Step[]): HttpRequest {
  const path = `${root(call)}/composite/sobjects`;
  const attributes = { type };
  const ownKey = keyField(call);
  const bodyOf = (identify: (step: Step) => object) => ({
    allOrNone: false,
    records: steps.map((step) => ({ attributes, ...step.record, ...identify(step) })),
  });
  switch (kind) {
    case 'create':
      return { method: 'POST', path, body: bodyOf(() => ({})), isRepeatable: false };
    case 'update':
      return { method: 'PATCH', path, body: bodyOf(({ id }) => ({ id })), isRepeatable: true };
    case 'upsert':
      return {
        method: 'PATCH',
        path: `${path}/${type}/${ownKey}`,
        body: bodyOf(({ key }) => ({ [ownKey]: key })),
        isRepeatable: true,
      };
    case 'delete':
      return {
        method: 'DELETE',
        path,
        query: { ids: steps.map(({ id }) => id).join(','), allOrNone: false },
        isRepeatable: true,
      };
  }
}

function toOutcomes({ body }: HttpReply, _object: ObjectManifest, steps: readonly Step[]): readonly WriteOutcome[] {
  const results = parseWire(resultReply, body, manifest.title, `a write of ${steps.length} records`);
  return results.slice(0, steps.length).map(({ id, success, created, errors: [problem] }, index): WriteOutcome => {
    const step = steps[index];
    if (success) {
      return { isOk: true, id: id ?? step?.id ?? '', effect: step === undefined ? 'updated' : effectOf(step, created) };
    }
    // A repeated delete finds the record gone, which is the desired result.
    if (step?.kind === 'delete' && problem?.statusCode === 'ENTITY_IS_DELETED') {
      return { isOk: true, id: step.id ?? '', effect: 'unchanged' };
    }
    const error = toConnectorError(
      { code: problem?.statusCode, message: problem?.message, fields: problem?.fields ?? [] },
      { manifest, status: 400, isRead: false },
    );
    return { isOk: false, error };
  });
}
