import type { FlowDocument } from './definition.ts';
import { diffValues, type ValueChange } from './diff-values.ts';
import type { Step } from './step.ts';
import { walkSteps, type BodyAddress, type VisitedStep } from './walk.ts';

/** One difference between two states of a flow, per step, as a reviewer reads it. */
export type FlowChange =
  /** `pointer` is into the later document. */
  | { readonly kind: 'added'; readonly stepId: string; readonly name: string; readonly pointer: string }
  /** `pointer` is into the earlier document. */
  | { readonly kind: 'removed'; readonly stepId: string; readonly name: string; readonly pointer: string }
  | {
      readonly kind: 'moved';
      readonly stepId: string;
      readonly name: string;
      readonly from: string;
      readonly to: string;
    }
  /**
   * A change within a step. `pointer` is into the later document; `before` or `after` is absent where there was
   * nothing.
   */
  | (ValueChange & { readonly kind: 'changed'; readonly stepId: string; readonly name: string })
  /** A change of the trigger, the settings or the description. */
  | (ValueChange & { readonly kind: 'flow-changed' });

/**
 * Lists what changed from one flow to another. Steps are matched by id, wherever they are. A renamed id shows as
 * removed and added, because expressions see it as another step. `before` is undefined for a new flow.
 */
export function diffFlows(before: FlowDocument | undefined, after: FlowDocument): FlowChange[] {
  const earlier = visitedById(before?.body ?? []);
  const later = visitedById(after.body);
  const moved = movedIds(earlier, later);
  const changes: FlowChange[] = frameChanges(before, after);
  for (const [stepId, { step, pointer }] of earlier) {
    if (!later.has(stepId)) changes.push({ kind: 'removed', stepId, name: step.name, pointer });
  }
  for (const [stepId, { step, pointer }] of later) {
    const was = earlier.get(stepId);
    const { name } = step;
    if (was === undefined) {
      changes.push({ kind: 'added', stepId, name, pointer });
      continue;
    }
    if (moved.has(stepId)) changes.push({ kind: 'moved', stepId, name, from: was.pointer, to: pointer });
    const inside = diffValues(ownPart(was.step), ownPart(step), pointer);
    changes.push(...inside.map((change) => ({ kind: 'changed' as const, stepId, name, ...change })));
  }
  return changes;
}

function frameChanges(before: FlowDocument | undefined, after: FlowDocument): FlowChange[] {
  if (before === undefined) return [];
  const { body: _, ...earlier } = before;
  const { body: __, ...later } = after;
  return diffValues(earlier, later).map((change) => ({ kind: 'flow-changed', ...change }));
}

const visitedById = (body: readonly Step[]): Map<string, VisitedStep> =>
  new Map([...walkSteps(body)].map((visited) => [visited.step.id, visited]));

/** A step without its inner steps, which are compared separately. */
function ownPart(step: Step): unknown {
  const { bodies: _, ...own } = step;
  return own;
}

/** Steps that are in another body than before, or that changed order within their body. */
function movedIds(earlier: ReadonlyMap<string, VisitedStep>, later: ReadonlyMap<string, VisitedStep>): Set<string> {
  const moved = new Set<string>();
  const stayed = new Map<string, { id: string; index: number }[]>();
  for (const [id, { address }] of later) {
    const was = earlier.get(id);
    if (was === undefined) continue;
    const place = placeOf(address);
    if (placeOf(was.address) !== place) moved.add(id);
    else stayed.set(place, [...(stayed.get(place) ?? []), { id, index: was.index }]);
  }
  for (const siblings of stayed.values()) {
    const kept = longestRising(siblings.map(({ index }) => index));
    siblings.forEach(({ id }, position) => {
      if (!kept.has(position)) moved.add(id);
    });
  }
  return moved;
}

const placeOf = (address: BodyAddress): string => (address.in === 'flow' ? '' : `${address.stepId}/${address.slot}`);

/** Positions of a longest increasing subsequence, so that as few of the other steps as possible count as moved. */
function longestRising(values: readonly number[]): Set<number> {
  const best: number[][] = [];
  for (const [position, value] of values.entries()) {
    const before = best
      .filter((row) => (values[row.at(-1) ?? -1] ?? -1) < value)
      .reduce<number[]>((longest, row) => (row.length > longest.length ? row : longest), []);
    best.push([...before, position]);
  }
  return new Set(best.reduce<number[]>((longest, row) => (row.length > longest.length ? row : longest), []));
}
