import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import { kindOf, type Step } from '@throughline/core/flow/step';
import { currentFormats } from '@throughline/core/flow/upgrades';
import { upgradeStep } from '@throughline/core/flow/values-say-what-they-are';
import { isStepKind, viewOf } from './steps/registry.ts';

/**
 * A stored draft in the form that the designer edits. A draft may be incomplete, so missing parts get their kind's
 * starting value and every form can open. Undefined if it is not a flow at all, because that must not be shown as an
 * empty one.
 */
export function readFlow(document: unknown): FlowDocument | undefined {
  const parsed = flowSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  if (!isRecord(document) || !isRecord(document['trigger']) || !Array.isArray(document['body'])) return undefined;
  const body = readBody(document['body']);
  if (body === undefined || typeof document['trigger']['kind'] !== 'string') return undefined;
  return {
    ...document,
    format: currentFormats.flow,
    description: typeof document['description'] === 'string' ? document['description'] : '',
    settings: { timeout: 'PT1H', retention: 'P90D', ...(isRecord(document['settings']) ? document['settings'] : {}) },
    body,
  } as unknown as FlowDocument;
}

/** Steps from a stored body or from the clipboard; undefined if one of them is not a step. */
export function readBody(steps: readonly unknown[]): Step[] | undefined {
  const read = steps.map(readStep);
  return read.every((step) => step !== undefined) ? read : undefined;
}

function readStep(input: unknown): Step | undefined {
  const value = upgradeStep(input);
  if (!isRecord(value) || !isStepKind(value['kind'])) return undefined;
  const { id, name, kind, config, bodies } = value;
  if (typeof id !== 'string' || typeof name !== 'string') return undefined;
  const step = { ...value, config: { ...viewOf(kind).initial(), ...(isRecord(config) ? config : {}) } } as Step;
  if (!isUsable(step)) return undefined;
  if (bodies === undefined) return step;
  if (!isRecord(bodies)) return undefined;
  const read: Record<string, Step[]> = {};
  for (const [slot, inner] of Object.entries(bodies)) {
    const body = Array.isArray(inner) ? readBody(inner) : undefined;
    if (body === undefined) return undefined;
    read[slot] = body;
  }
  return { ...step, bodies: read };
}

/** The views of a config must not throw: forms, layout and checks call them on every change. */
function isUsable(step: Step): boolean {
  try {
    kindOf(step).slots(step.config);
    kindOf(step).expressions(step.config);
    return true;
  } catch {
    return false;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
