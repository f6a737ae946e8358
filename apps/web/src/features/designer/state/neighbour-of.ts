import type { FlowDocument } from '@throughline/core/flow';
import { isSameAddress } from '@throughline/core/flow/edit';
import { walkSteps } from '@throughline/core/flow/walk';
import { triggerNodeId } from '../layout/geometry.ts';
import { outermost } from './selected-steps.ts';

/** The step to select once these are gone: the next one in the body, the one before, the container, or the trigger. */
export function neighbourOf(flow: FlowDocument, gone: readonly string[]): string {
  const lost = outermost(flow, new Set(gone));
  const [first] = lost;
  if (first === undefined) return triggerNodeId;
  const siblings = [...walkSteps(flow.body)].filter(({ address }) => isSameAddress(address, first.address));
  const kept = siblings.filter(({ step }) => !lost.some((each) => each.step.id === step.id));
  const next = kept.find(({ index }) => index > first.index) ?? kept.findLast(({ index }) => index < first.index);
  return next?.step.id ?? first.ancestors.at(-1)?.step.id ?? triggerNodeId;
}
