import type { FlowDocument } from '@throughline/core/flow';
import { isSameAddress } from '@throughline/core/flow/edit';
import type { Step } from '@throughline/core/flow/step';
import { walkSteps, type VisitedStep } from '@throughline/core/flow/walk';
import { neighbourOf } from './neighbour-of.ts';
import { outermost } from './selected-steps.ts';

/**
 * The steps to select after undo or redo: those that came back, or else those that changed or moved, or else the
 * neighbour of those that went. Empty if only the trigger or the settings changed.
 */
export function touchedSteps(before: FlowDocument, after: FlowDocument): string[] {
  const earlier = visitedById(before);
  const later = visitedById(after);
  const came = [...later.keys()].filter((id) => !earlier.has(id));
  if (came.length > 0) return outermost(after, new Set(came)).map(({ step }) => step.id);
  const gone = new Set([...earlier.keys()].filter((id) => !later.has(id)));
  const changed = [...later.values()].filter((visited) => isTouched(earlier.get(visited.step.id), visited));
  if (changed.length > 0) return changed.map(({ step }) => step.id);
  return gone.size === 0 ? [] : [neighbourOf(before, [...gone])];
}

const visitedById = ({ body }: FlowDocument): Map<string, VisitedStep> =>
  new Map(Array.from(walkSteps(body), (visited) => [visited.step.id, visited]));

const isTouched = (before: VisitedStep | undefined, after: VisitedStep): boolean =>
  before !== undefined && (!isSameAddress(before.address, after.address) || isOwnPartChanged(before.step, after.step));

/** Steps are immutable and share what did not change. */
function isOwnPartChanged(before: Step, after: Step): boolean {
  if (before === after) return false;
  const { bodies: _before, ...one } = before;
  const { bodies: _after, ...other } = after;
  const names = Object.keys({ ...one, ...other }) as (keyof typeof one)[];
  return names.some((name) => one[name] !== other[name]);
}
