import type { FlowDocument } from '@throughline/core/flow';
import { kindOf, onErrorSlot, type Step } from '@throughline/core/flow/step';
import { findStep } from '@throughline/core/flow/walk';

/** The place of a step in words: `after "Read the account"`, `first in "GB" of "Legal entity"`. */
export function describePlace(flow: FlowDocument, stepId: string): string {
  const found = findStep(flow.body, stepId);
  if (found === undefined) return 'nowhere';
  const { index, ancestors } = found;
  const parent = ancestors.at(-1);
  const body = parent === undefined ? flow.body : (parent.step.bodies?.[parent.slot] ?? []);
  const previous = body[index - 1];
  const where = previous === undefined ? 'first' : `after “${previous.name}”`;
  return parent === undefined ? where : `${where} in ${slotTitle(parent.step, parent.slot)} of “${parent.step.name}”`;
}

export function slotTitle(step: Step, slot: string): string {
  if (slot === onErrorSlot) return 'the error lane';
  const title = kindOf(step)
    .slots(step.config)
    .find((each) => each.slot === slot)?.title;
  return `“${title ?? slot}”`;
}
