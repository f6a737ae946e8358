import type { FlowDocument } from '@throughline/core/flow';
import type { Step } from '@throughline/core/flow/step';

/** The flow without its empty lists of steps: a way with none says the same as one that is not written at all. */
export const withoutEmptyBodies = (flow: FlowDocument): FlowDocument => ({ ...flow, body: flow.body.map(withFilled) });

function withFilled({ bodies = {}, ...step }: Step): Step {
  const filled = Object.entries(bodies).filter(([, body]) => body.length > 0);
  if (filled.length === 0) return step;
  return { ...step, bodies: Object.fromEntries(filled.map(([slot, body]) => [slot, body.map(withFilled)])) };
}
