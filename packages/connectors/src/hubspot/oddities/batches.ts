import type { WriteOutcome } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { z } from 'zod';
import type { HttpReply, HttpRequest } from '../../kit/http-request.ts';
import { parseWire } from '../../kit/parse-wire.ts';
import type { Call, Writes } from '../../kit/session/system.ts';
import { toConnectorError } from '../../kit/vendor-problem.ts';
import { effectOf } from '../../kit/writes/decide-write.ts';
import type { Step, StepKind } from '../../kit/writes/decide-write.ts';
import { hubspotManifest as manifest } from '../manifest.ts';
import { readProblem } from '../problem.ts';
import { toProperties } from '../properties.ts';

const batchReply = z.object({
  results: z.array(
    z.looseObject({ id: z.string(), new: z.boolean().optional(), objectWriteTraceId: z.string().optional() }),
  ),
  errors: z.array(z.looseObject({ context: z.record(z.string(), z.unknown()).optional() })).optional(),
});

/**
 * Up to 100 records of one kind of write. The results come in any order and, with status 207, beside errors, so every
 * record travels with a trace id, which both name.
 * https://developers.hubspot.com/docs/guides/api/crm/understanding-the-crm
 */
export const batches: Writes = {
  strategy: 'native-external-id',
  request: toRequest,
  outcomes: toOutcomes,
  // Archiving answers 204 whether the record was there or not.
  isGone: async (call, object, id) => (await call.wireOf(object).byId?.(call, object, id)) === undefined,
};

function toRequest(call: Call, { name }: ObjectManifest, kind: StepKind, steps: readonly Step[]): HttpRequest {
  const idProperty = call.fields.requireSetting('keyProperty');
  const inputs = steps.map(({ id, key, record }, index) => {
    const written = { properties: toProperties(record), objectWriteTraceId: String(index) };
    switch (kind) {
      case 'create':
        return { ...written, associations: [] };
      case 'update':
        return { ...written, id };
      case 'upsert':
        return { ...written, id: key, idProperty };
      case 'delete':
        return { id };
    }
  });
  const path = `/crm/v3/objects/${name}/batch/${kind === 'delete' ? 'archive' : kind}`;
  return { method: 'POST', path, body: { inputs }, isRepeatable: kind !== 'create' };
}

function toOutcomes(reply: HttpReply, { name }: ObjectManifest, steps: readonly Step[]): readonly WriteOutcome[] {
  if (reply.status === 204) return steps.map(({ id = '', effect }) => ({ isOk: true, id, effect }));
  const { results, errors = [] } = parseWire(batchReply, reply.body, 'HubSpot', `a batch of ${name}`);
  const written = new Map(results.map((each) => [each.objectWriteTraceId, each]));
  return steps.map((step, index): WriteOutcome => {
    // An update repeats its own id; a create of one record needs no trace.
    const result =
      written.get(String(index)) ??
      results.find(({ id }) => id === step.id) ??
      (steps.length === 1 ? results[0] : undefined);
    if (result !== undefined) return { isOk: true, id: result.id, effect: effectOf(step, result.new) };
    const problem =
      errors.find(({ context }) => isAbout(context, step, index)) ?? (steps.length === 1 ? errors[0] : undefined);
    if (problem === undefined) return noResult();
    const isRead = false;
    const error = toConnectorError(readProblem({ ...reply, body: problem }), { manifest, status: 400, isRead });
    return { isOk: false, error };
  });
}

/** A neighbour's error would say that nothing was written, and nobody knows that. */
function noResult(): WriteOutcome {
  const about = { class: 'fatal', isOutcomeUnknown: true } as const;
  return {
    isOk: false,
    error: new ConnectorError('The batch has neither a result nor an error for this record.', about),
  };
}

function isAbout(context: Readonly<Record<string, unknown>> | undefined, step: Step, index: number): boolean {
  const names = (value: unknown, wanted: string | undefined) => Array.isArray(value) && value.includes(wanted);
  if (names(context?.['objectWriteTraceId'], String(index))) return true;
  return names(context?.['ids'], step.id ?? step.key) || names(context?.['id'], step.id ?? step.key);
}
