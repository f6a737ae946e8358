import { isLoopBody, onErrorSlot, type Step } from './step.ts';
import { findStep, walkSteps } from './walk.ts';

/** How a run that begins at a step comes there. */
export interface StartAt {
  /** Steps that are passed by, because they come before, or are on another way. */
  readonly passedBy: ReadonlySet<string>;
  /** The slot that leads to the step, by the id of each step around it. */
  readonly leads: ReadonlyMap<string, string>;
}

/**
 * How a run begins at a step of a flow; undefined where it cannot: a step inside a loop has no item of its own, one of an
 * error lane has no error, and a disabled one does not run.
 */
export function startAt(body: readonly Step[], stepId: string): StartAt | undefined {
  const found = findStep(body, stepId);
  if (found === undefined || found.step.disabled === true) return undefined;
  const { ancestors } = found;
  const cannotEnter = ancestors.some(
    ({ step, slot }) => step.disabled === true || slot === onErrorSlot || isLoopBody(step, slot),
  );
  if (cannotEnter) return undefined;
  const leads = new Map(ancestors.map(({ step, slot }) => [step.id, slot]));
  const passedBy = new Set<string>();
  let level = body;
  for (const { id } of [...ancestors.map(({ step }) => step), found.step]) {
    for (const { step } of walkSteps(level.slice(0, indexOf(level, id)))) passedBy.add(step.id);
    const around = level.find((step) => step.id === id);
    const lead = leads.get(id);
    if (around === undefined || lead === undefined) break;
    for (const [slot, inner] of Object.entries(around.bodies ?? {})) {
      if (slot !== lead) for (const { step } of walkSteps(inner)) passedBy.add(step.id);
    }
    level = around.bodies?.[lead] ?? [];
  }
  return { passedBy, leads };
}

const indexOf = (body: readonly Step[], id: string): number => body.findIndex((step) => step.id === id);
