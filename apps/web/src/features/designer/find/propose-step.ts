import type { FlowDocument } from '@throughline/core/flow';
import { allIds, freshId, insertStep, type InsertionPoint } from '@throughline/core/flow/edit';
import type { Step } from '@throughline/core/flow/step';
import { findStep } from '@throughline/core/flow/walk';
import type { DesignerData } from '../designer-data.ts';
import { stepId } from '../state/step-id.ts';
import { viewOf } from '../steps/registry.ts';
import { dataBefore } from './data-before.ts';
import { proposals } from './proposals.ts';
import type { StepOffer } from './step-offer.ts';

/**
 * Creates the step of an offer for a place in a flow. Fields whose value follows from the steps before it are filled in
 * with that, as a proposal; the others are empty.
 */
export function proposeStep(flow: FlowDocument, point: InsertionPoint, offer: StepOffer, data: DesignerData): Step {
  const { kind, config, name } = offer;
  const id = freshId(stepId(name), allIds(flow));
  const number = /\d+$/.exec(id)?.[0];
  const isNumbered = number !== undefined && !name.endsWith(number);
  const step = {
    id,
    name: isNumbered ? `${name} ${number}` : name,
    kind,
    config: { ...viewOf(kind).initial(), ...config },
  } as Step;
  const propose = proposals[kind];
  const place = propose && findStep(insertStep(flow, point, step).body, id);
  if (propose === undefined || place === undefined) return step;
  const inserted = insertStep(flow, point, step);
  return { ...step, config: propose(step.config, { before: dataBefore(inserted, place, data), flow, data }) } as Step;
}
