import type { FlowDocument } from './definition.ts';
import { expression, expressionOf, isFieldValue } from './field-value.ts';
import type { Step } from './step.ts';
import { type BodyAddress, findStep, idsWithin, type VisitedStep, walkSteps } from './walk.ts';

/* Edits of a flow's structure. All are pure: each returns a new document that shares what did not change. */

/** A place between steps: before the step at `index`, or after the last one. */
export interface InsertionPoint {
  readonly address: BodyAddress;
  readonly index: number;
}

/** @throws RangeError when the address refers to no step of the flow. */
export function insertStep(flow: FlowDocument, point: InsertionPoint, step: Step): FlowDocument {
  return editBody(flow, point.address, (body) => body.toSpliced(point.index, 0, step));
}

/** Removes the step with everything inside it. Unknown ids change nothing. */
export function deleteStep(flow: FlowDocument, stepId: string): FlowDocument {
  const found = findStep(flow.body, stepId);
  return found === undefined ? flow : editBody(flow, found.address, (body) => body.toSpliced(found.index, 1));
}

/**
 * Moves steps with everything inside them; they are then next to each other, in the order given. `point` is a position in
 * the document before the move.
 * @throws RangeError when a step is unknown or would land inside itself.
 */
export function moveSteps(flow: FlowDocument, stepIds: readonly string[], point: InsertionPoint): FlowDocument {
  const found = stepIds.map((stepId) => requireStep(flow, stepId));
  for (const { step } of found) {
    if (point.address.in === 'step' && idsWithin(step).includes(point.address.stepId)) {
      throw new RangeError(`"${step.name}" cannot be moved inside itself.`);
    }
  }
  const inFront = found.filter(({ address, index }) => isSameAddress(address, point.address) && index < point.index);
  const index = point.index - inFront.length;
  return found.reduce(
    (document, { step }, offset) => insertStep(document, { address: point.address, index: index + offset }, step),
    stepIds.reduce(deleteStep, flow),
  );
}

/**
 * Puts steps of one body into a slot of a container, which takes the place of the first of them.
 * @throws RangeError when the steps are not all in one body.
 */
export function wrapSteps(flow: FlowDocument, stepIds: readonly string[], container: Step, slot: string): FlowDocument {
  const found = stepIds.map((stepId) => requireStep(flow, stepId)).toSorted((a, b) => a.index - b.index);
  const [first] = found;
  if (first === undefined || !found.every(({ address }) => isSameAddress(address, first.address))) {
    throw new RangeError('Only steps of one body can be wrapped together.');
  }
  const wrapped = { ...container, bodies: { ...container.bodies, [slot]: found.map(({ step }) => step) } };
  return insertStep(stepIds.reduce(deleteStep, flow), { address: first.address, index: first.index }, wrapped);
}

/**
 * Copies steps so that none of their ids is in `taken`, and rewrites the references among them. It is used for paste and
 * duplicate.
 */
export function withFreshIds(steps: readonly Step[], taken: ReadonlySet<string>): Step[] {
  const ids = steps.flatMap(idsWithin);
  const used = new Set([...taken, ...ids]);
  return ids
    .filter((id) => taken.has(id))
    .reduce<Step[]>(
      (copies, oldId) => {
        const newId = freshId(oldId, used);
        used.add(newId);
        return copies.map((copy) => renameWithin(copy, oldId, newId));
      },
      [...steps],
    );
}

/**
 * Gives a step another id and rewrites every `$steps.<id>` in the flow.
 * @throws RangeError when the new id is taken.
 */
export function renameStepId(flow: FlowDocument, oldId: string, newId: string): FlowDocument {
  if (oldId === newId) return flow;
  if (allIds(flow).has(newId)) throw new RangeError(`There is already a step "${newId}". Choose another id.`);
  return {
    ...flow,
    body: flow.body.map((step) => renameWithin(step, oldId, newId)),
    settings: rewriteSettings(flow.settings, oldId, newId),
  };
}

/** Replaces one step in its place, with any content. An unknown id changes nothing. */
export function replaceStep(flow: FlowDocument, stepId: string, replacement: Step): FlowDocument {
  const found = findStep(flow.body, stepId);
  return found === undefined
    ? flow
    : editBody(flow, found.address, (body) => body.toSpliced(found.index, 1, replacement));
}

/** Finds the first free id, such as `map`, `map2`, `map3`. */
export function freshId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/\d+$/, '');
  let number = 2;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

export const allIds = (flow: FlowDocument): Set<string> =>
  new Set([...walkSteps(flow.body)].map((visited) => visited.step.id));

function requireStep(flow: FlowDocument, stepId: string): VisitedStep {
  const found = findStep(flow.body, stepId);
  if (found === undefined) throw new RangeError(`No step "${stepId}" in this flow.`);
  return found;
}

export const isSameAddress = (a: BodyAddress, b: BodyAddress): boolean =>
  a.in === 'flow' ? b.in === 'flow' : b.in === 'step' && a.stepId === b.stepId && a.slot === b.slot;

function editBody(flow: FlowDocument, address: BodyAddress, edit: (body: Step[]) => Step[]): FlowDocument {
  if (address.in === 'flow') return { ...flow, body: edit(flow.body) };
  const owner = findStep(flow.body, address.stepId);
  if (owner === undefined) throw new RangeError(`No step "${address.stepId}" in this flow.`);
  const bodies = { ...owner.step.bodies, [address.slot]: edit(owner.step.bodies?.[address.slot] ?? []) };
  return { ...flow, body: replaceIn(flow.body, { ...owner.step, bodies }) };
}

/** Replaces the step with the same id anywhere below. Lists without it are returned as they are. */
function replaceIn(body: Step[], replacement: Step): Step[] {
  let isChanged = false;
  const result = body.map((step) => {
    if (step.id === replacement.id) {
      isChanged = true;
      return replacement;
    }
    if (step.bodies === undefined) return step;
    const bodies = mapBodies(step.bodies, (inner) => replaceIn(inner, replacement));
    if (bodies === step.bodies) return step;
    isChanged = true;
    return { ...step, bodies };
  });
  return isChanged ? result : body;
}

function mapBodies(bodies: Record<string, Step[]>, edit: (body: Step[]) => Step[]): Record<string, Step[]> {
  const entries = Object.entries(bodies).map(([slot, inner]) => [slot, edit(inner)] as const);
  return entries.every(([slot, inner]) => inner === bodies[slot]) ? bodies : Object.fromEntries(entries);
}

function renameWithin(step: Step, oldId: string, newId: string): Step {
  const renamed = rewriteReferences(step, oldId, newId);
  const bodies =
    renamed.bodies && mapBodies(renamed.bodies, (body) => body.map((inner) => renameWithin(inner, oldId, newId)));
  return { ...renamed, id: renamed.id === oldId ? newId : renamed.id, ...(bodies && { bodies }) };
}

/**
 * Rewrites `$steps.old` in the fields and settings below. It leaves `bodies` (which the caller walks), longer names,
 * and texts that are not evaluated as they are.
 */
function rewriteReferences<Value>(value: Value, oldId: string, newId: string): Value {
  const reference = String.raw`\$steps\.${oldId}(?![A-Za-z0-9_])`;
  const inCode = new RegExp(reference, 'g');
  const inInserts = new RegExp(String.raw`(?<!\\)(\{\{\s*)${reference}`, 'g');
  const rewrite = (inner: unknown, key?: string): unknown => {
    if (key === 'bodies' || inner === null || typeof inner !== 'object') return inner;
    if (Array.isArray(inner)) return inner.map((item) => rewrite(item));
    if (isFieldValue(inner)) {
      const { kind, value: text } = inner;
      if (typeof text !== 'string') return inner;
      const rewritten =
        kind === 'literal'
          ? text.replace(inInserts, (_all, open: string) => `${open}$steps.${newId}`)
          : text.replace(inCode, () => `$steps.${newId}`);
      return { ...inner, value: rewritten };
    }
    return Object.fromEntries(Object.entries(inner).map(([name, item]) => [name, rewrite(item, name)]));
  };
  return rewrite(value) as Value;
}

/** The keys of the settings are plain expressions. */
const rewriteSettings = (
  settings: FlowDocument['settings'],
  oldId: string,
  newId: string,
): FlowDocument['settings'] => {
  const { businessLabel } = settings;
  if (businessLabel === undefined) return settings;
  const { value } = rewriteReferences({ value: expression(businessLabel) }, oldId, newId);
  return { ...settings, businessLabel: expressionOf(value) };
};
