import type { FlowDocument, Trigger } from '@throughline/core/flow';
import {
  allIds,
  deleteStep,
  insertStep,
  isSameAddress,
  moveSteps,
  renameStepId,
  replaceStep,
  withFreshIds,
  wrapSteps,
  type InsertionPoint,
} from '@throughline/core/flow/edit';
import { kindOf, onErrorSlot, type Step } from '@throughline/core/flow/step';
import { findStep, idsWithin, type BodyAddress } from '@throughline/core/flow/walk';
import { neighbourOf } from './neighbour-of.ts';
import { outermost } from './selected-steps.ts';
import type { Selection } from './selection.ts';

export type FlowEdit =
  /** Also for paste and duplicate: ids that are in use are replaced, and references among the steps are updated. */
  | {
      readonly type: 'insert';
      readonly point: InsertionPoint;
      readonly steps: readonly Step[];
      readonly as?: 'paste' | 'duplicate';
    }
  | { readonly type: 'delete'; readonly ids: readonly string[] }
  | { readonly type: 'move'; readonly ids: readonly string[]; readonly point: InsertionPoint }
  /** Puts steps of one body into a slot of a new container. */
  | { readonly type: 'wrap'; readonly ids: readonly string[]; readonly container: Step; readonly slot: string }
  | { readonly type: 'disable'; readonly ids: readonly string[]; readonly isDisabled: boolean }
  /** Any change of one step except its id. `about` names the field, so that typing is one edit. */
  | { readonly type: 'step'; readonly step: Step; readonly about?: string | undefined }
  | { readonly type: 'rename'; readonly from: string; readonly to: string }
  | { readonly type: 'trigger'; readonly trigger: Trigger; readonly about?: string | undefined }
  | { readonly type: 'settings'; readonly settings: FlowDocument['settings']; readonly about?: string | undefined }
  | { readonly type: 'description'; readonly description: string };

interface Edited {
  readonly flow: FlowDocument;
  /** The selection afterwards, the first one being shown; unchanged if undefined. */
  readonly selected?: readonly NonNullable<Selection>[] | undefined;
  readonly about?: string | undefined;
}

/** Applies an edit. An impossible edit (the step is gone, or the id is in use) changes nothing. Pure. */
export function editFlow(flow: FlowDocument, edit: FlowEdit): Edited {
  switch (edit.type) {
    case 'insert':
      return insert(flow, edit.point, edit.steps);
    case 'delete':
      return remove(flow, edit.ids);
    case 'move':
      return move(flow, rootsOf(flow, edit.ids), edit.point);
    case 'wrap':
      return wrap(flow, edit);
    case 'disable':
      return { flow: edit.ids.reduce((document, id) => setDisabled(document, id, edit.isDisabled), flow) };
    case 'step':
      return { flow: replaceStep(flow, edit.step.id, withoutLostBodies(edit.step)), about: edit.about };
    case 'rename':
      return allIds(flow).has(edit.to) || !/^[a-z][A-Za-z0-9]*$/.test(edit.to) || !allIds(flow).has(edit.from)
        ? { flow }
        : { flow: renameStepId(flow, edit.from, edit.to), selected: [edit.to] };
    case 'trigger':
      return { flow: { ...flow, trigger: edit.trigger }, about: edit.about };
    case 'settings':
      return { flow: { ...flow, settings: edit.settings }, about: edit.about };
    case 'description':
      return { flow: { ...flow, description: edit.description }, about: '/description' };
  }
}

function insert(flow: FlowDocument, { address, index }: InsertionPoint, steps: readonly Step[]): Edited {
  if (!isThere(flow, address)) return { flow };
  const fresh = withFreshIds(steps, allIds(flow));
  return {
    flow: fresh.reduce((result, step, offset) => insertStep(result, { address, index: index + offset }, step), flow),
    selected: fresh.map(({ id }) => id),
  };
}

/** A step inside another one of them goes with it. */
const rootsOf = (flow: FlowDocument, ids: readonly string[]): string[] =>
  outermost(flow, new Set(ids)).map(({ step }) => step.id);

const move = (flow: FlowDocument, ids: readonly string[], point: InsertionPoint): Edited =>
  canMove(flow, ids, point) ? { flow: moveSteps(flow, ids, point), selected: ids } : { flow };

function remove(flow: FlowDocument, ids: readonly string[]): Edited {
  const known = ids.filter((id) => findStep(flow.body, id) !== undefined);
  return known.length === 0 ? { flow } : { flow: known.reduce(deleteStep, flow), selected: [neighbourOf(flow, known)] };
}

/** The container gets a free id. Nothing happens if the steps are not in one body. */
function wrap(flow: FlowDocument, { container, slot, ...edit }: Extract<FlowEdit, { type: 'wrap' }>): Edited {
  const ids = rootsOf(flow, edit.ids);
  const [first, ...others] = ids.map((id) => findStep(flow.body, id));
  if (
    first === undefined ||
    others.some((other) => other === undefined || !isSameAddress(other.address, first.address))
  )
    return { flow };
  const [fresh] = withFreshIds([container], allIds(flow));
  return fresh === undefined ? { flow } : { flow: wrapSteps(flow, ids, fresh, slot), selected: [fresh.id] };
}

function setDisabled(flow: FlowDocument, id: string, isDisabled: boolean): FlowDocument {
  const step = findStep(flow.body, id)?.step;
  if (step === undefined || (step.disabled === true) === isDisabled) return flow;
  const { disabled: _before, ...enabled } = step;
  return replaceStep(flow, id, isDisabled ? { ...step, disabled: true } : enabled);
}

/** Returns false for a move into itself, to the same place, or to a container that is gone. */
export function canMove(flow: FlowDocument, ids: readonly string[], { address, index }: InsertionPoint): boolean {
  const places = ids.flatMap((id) => findStep(flow.body, id) ?? []);
  const [first] = places;
  if (first === undefined || places.length < ids.length || !isThere(flow, address)) return false;
  if (address.in === 'step' && places.some(({ step }) => idsWithin(step).includes(address.stepId))) return false;
  const isInARow = places.every(
    (place, offset) => isSameAddress(place.address, address) && place.index === first.index + offset,
  );
  return !isInARow || index < first.index || index > first.index + places.length;
}

const isThere = (flow: FlowDocument, address: BodyAddress): boolean =>
  address.in === 'flow' || findStep(flow.body, address.stepId) !== undefined;

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

/** The list of steps at an address. */
export function siblingsOf(flow: FlowDocument, address: BodyAddress): readonly Step[] {
  if (address.in === 'flow') return flow.body;
  return findStep(flow.body, address.stepId)?.step.bodies?.[address.slot] ?? [];
}
