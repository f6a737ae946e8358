import { FAULT_KINDS } from '../faults.ts';
import type { FaultKind, FaultRule } from '../faults.ts';
import { asObject, ControlInputError, optionalNumber, refuseUnknownKeys } from './control-input.ts';

const RULE_KEYS = [
  'kind',
  'match',
  'count',
  'skip',
  'retryAfterSeconds',
  'status',
  'delayMs',
  'indexes',
  'code',
  'drift',
];

/** Reads a fault rule from the body of `POST /__control/faults`; throws ControlInputError. */
export function readFaultRule(body: unknown): FaultRule {
  const object = asObject(body, 'A fault');
  refuseUnknownKeys(object, RULE_KEYS, 'A fault');
  if (!FAULT_KINDS.includes(object['kind'] as FaultKind)) {
    throw new ControlInputError(`"kind" must be one of ${FAULT_KINDS.join(', ')}.`);
  }
  for (const key of ['count', 'skip', 'retryAfterSeconds', 'status', 'delayMs']) optionalNumber(object, key);
  if (object['match'] !== undefined) {
    refuseUnknownKeys(asObject(object['match'], '"match"'), ['method', 'path', 'event'], '"match"');
  }
  if (object['drift'] !== undefined) {
    refuseUnknownKeys(asObject(object['drift'], '"drift"'), ['drop', 'rename', 'add'], '"drift"');
  } else if (object['kind'] === 'schema-drift') {
    throw new ControlInputError('A schema-drift fault needs "drift" with "drop", "rename" or "add".');
  }
  return object as unknown as FaultRule;
}
