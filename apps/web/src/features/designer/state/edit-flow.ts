import type { FlowDocument, Trigger } from '@throughline/core/flow';
import {
  allIds,
  deleteStep,
  insertStep,
  moveStep,
  renameStepId,
  replaceStep,
  withFreshIds,
  type InsertionPoint,
} from '@throughline/core/flow/edit';
import { kindOf, onErrorSlot, type Step } from '@throughline/core/flow/step';
import { findStep, idsWithin, type BodyAddress } from '@throughline/core/flow/walk';
import type { Selection } from './selection.ts';

export type FlowEdit =
  /** Also for paste and duplicate: ids that are in use are replaced, and references among the steps are updated. */
  | { readonly type: 'insert'; readonly point: InsertionPoint; readonly steps: readonly Step[] }
  | { readonly type: 'delete'; readonly id: string }
  | { readonly type: 'move'; readonly id: string; readonly point: InsertionPoint }
  /** Any change of one step except its id. `about` names the field, so that typing is one edit. */
  | { readonly type: 'step'; readonly step: Step; readonly about?: string | undefined }
  | { readonly type: 'rename'; readonly from: string; readonly to: string }
  | { readonly type: 'trigger'; readonly trigger: Trigger; readonly about?: string | undefined }
  | { readonly type: 'settings'; readonly settings: FlowDocument['settings']; readonly about?: string | undefined }
  | { readonly type: 'description'; readonly description: string };

interface Edited {
  readonly flow: FlowDocument;
  /** The selection afterwards; unchanged if undefined. */
  readonly selection?: Selection | undefined;
  readonly about?: string | undefined;
}

/** Applies an edit. An impossible edit (the step is gone, or the id is in use) changes nothing. Pure. */
export function editFlow(flow: FlowDocument, edit: FlowEdit): Edited {
  switch (edit.type) {
    case 'insert':
      return insert(flow, edit.point, edit.steps);
    case 'delete':
      return { flow: deleteStep(flow, edit.id), selection: neighbourOf(flow, edit.id) };
    case 'move':
      return canMove(flow, edit.id, edit.point)
        ? { flow: moveStep(flow, edit.id, edit.point), selection: edit.id }
        : { flow };
    case 'step':
      return { flow: replaceStep(flow, edit.step.id, withoutLostBodies(edit.step)), about: edit.about };
    case 'rename':
      return allIds(flow).has(edit.to) || !/^[a-z][A-Za-z0-9]*$/.test(edit.to)
        ? { flow }
        : { flow: renameStepId(flow, edit.from, edit.to), selection: edit.to };
    case 'trigger':
      return { flow: { ...flow, trigger: edit.trigger }, about: edit.about };
    case 'settings':
      return { flow: { ...flow, settings: edit.settings }, about: edit.about };
    case 'description':
      return { flow: { ...flow, description: edit.description }, about: '/description' };
  }
}

function insert(flow: FlowDocument, point: InsertionPoint, steps: readonly Step[]): Edited {
  let result = flow;
  let first: string | undefined;
  for (const [offset, step] of steps.entries()) {
    const fresh = withFreshIds(step, allIds(result));
    first ??= fresh.id;
    result = insertStep(result, { address: point.address, index: point.index + offset }, fresh);
  }
  return { flow: result, selection: first };
}

/** Returns false for a move into itself, to the same place, or to a container that is gone. */
export function canMove(flow: FlowDocument, id: string, point: InsertionPoint): boolean {
  const place = findStep(flow.body, id);
  if (place === undefined) return false;
  const { address, index } = point;
  if (address.in === 'step') {
    if (findStep(flow.body, address.stepId) === undefined || idsWithin(place.step).includes(address.stepId))
      return false;
  }
  return !isSameBody(place.address, address) || (index !== place.index && index !== place.index + 1);
}

/** Steps of a slot that the config no longer offers are removed with it. */
function withoutLostBodies(step: Step): Step {
  if (step.bodies === undefined) return step;
  const offered = new Set([
    ...kindOf(step)
      .slots(step.config)
      .map(({ slot }) => slot),
    onErrorSlot,
  ]);
  const kept = Object.entries(step.bodies).filter(([slot]) => offered.has(slot));
  return kept.length === Object.keys(step.bodies).length ? step : { ...step, bodies: Object.fromEntries(kept) };
}

/** The step to select once this one is deleted: the next one, the previous one, or the container. */
function neighbourOf(flow: FlowDocument, id: string): Selection | undefined {
  const place = findStep(flow.body, id);
  if (place === undefined) return undefined;
  const siblings = siblingsOf(flow, place.address);
  return (siblings[place.index + 1] ?? siblings[place.index - 1] ?? place.ancestors.at(-1)?.step)?.id ?? '@trigger';
}

/** The list of steps at an address. */
export function siblingsOf(flow: FlowDocument, address: BodyAddress): readonly Step[] {
  if (address.in === 'flow') return flow.body;
  return findStep(flow.body, address.stepId)?.step.bodies?.[address.slot] ?? [];
}

const isSameBody = (one: BodyAddress, other: BodyAddress): boolean =>
  one.in === 'flow'
    ? other.in === 'flow'
    : other.in === 'step' && one.stepId === other.stepId && one.slot === other.slot;
