import type { FlowDocument } from '@throughline/core/flow';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { isLoopBody, kindOf, onErrorSlot } from '@throughline/core/flow/step';
import { findStep } from '@throughline/core/flow/walk';
import { siblingsOf } from '../state/edit-flow.ts';

/** A place between steps in words: `after “Read account”`, `in “GB” of “Legal entity”, before “Write customer”`. */
export function placeName(flow: FlowDocument, { address, index }: InsertionPoint): string {
  const siblings = siblingsOf(flow, address);
  const [before, next] = [siblings[index - 1], siblings[index]];
  const beside = before === undefined ? next && `before “${next.name}”` : `after “${before.name}”`;
  return [containerName(flow, address), beside].filter((part) => part !== undefined).join(', ') || 'as the only step';
}

function containerName(flow: FlowDocument, address: InsertionPoint['address']): string | undefined {
  const owner = address.in === 'flow' ? undefined : findStep(flow.body, address.stepId)?.step;
  if (owner === undefined || address.in === 'flow') return undefined;
  if (isLoopBody(owner, address.slot)) return `inside “${owner.name}”`;
  if (address.slot === onErrorSlot) return `in the error lane of “${owner.name}”`;
  const title = kindOf(owner)
    .slots(owner.config)
    .find(({ slot }) => slot === address.slot)?.title;
  return `in “${title ?? address.slot}” of “${owner.name}”`;
}
