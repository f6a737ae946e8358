import type { FlowDocument } from '@throughline/core/flow';
import { moveSteps, type InsertionPoint } from '@throughline/core/flow/edit';
import { flowLimits } from '@throughline/core/flow/flow-limits';
import { isLoopBody, onErrorSlot, type Step } from '@throughline/core/flow/step';
import { availability } from '@throughline/core/flow/validation/availability';
import { findStep, idsWithin, walkSteps, type VisitedStep } from '@throughline/core/flow/walk';
import { isContainer } from '../state/designer-state.ts';
import { canMove } from '../state/edit-flow.ts';
import type { Placed } from './placed.ts';
import { readsOf } from './reads-of.ts';

/** Says of each place why something cannot be put there; undefined where it can. */
export type PlaceRules = (point: InsertionPoint) => string | undefined;

/**
 * The rules for steps that are moved, or for a new step. A move must not take from a step what it reads: its answers
 * come from the same rules as the problems of a flow. What was wrong before the move does not stand in its way.
 */
export function placeRules(flow: FlowDocument, placed: Placed): PlaceRules {
  if (placed.what === 'new') {
    const { kind } = placed.offer;
    const levels = kind === 'branch' || kind === 'parallel' || kind === 'for-each' ? 1 : 0;
    return (point) => tooDeep(flow, point, levels);
  }
  const before = visitedById(flow);
  const moved = placed.ids.flatMap((id) => before.get(id) ?? []);
  const pairs = readingPairs(before, new Set(moved.flatMap(({ step }) => idsWithin(step))));
  const levels = Math.max(0, ...moved.map(({ step }) => levelsWithin(step)));
  return (point) => {
    const inside = moved.find(
      ({ step }) => point.address.in === 'step' && idsWithin(step).includes(point.address.stepId),
    );
    if (inside !== undefined) return `“${inside.step.name}” cannot go inside itself.`;
    if (!canMove(flow, placed.ids, point)) return moved.length === 1 ? 'It is already here.' : 'They are already here.';
    return tooDeep(flow, point, levels) ?? brokenRead(flow, placed.ids, point, pairs);
  };
}

interface ReadingPair {
  readonly readerId: string;
  readonly sourceId: string | undefined;
  readonly of: 'step' | 'item' | 'error';
}

/** What readings a move could break: those by the moved steps, and those of them. Already broken ones do not count. */
function readingPairs(before: ReadonlyMap<string, VisitedStep>, movedIds: ReadonlySet<string>): ReadingPair[] {
  return [...before.values()].flatMap((reader): ReadingPair[] => {
    const { steps, usesItem, usesError } = readsOf(reader.step);
    const readerId = reader.step.id;
    const isMoved = movedIds.has(readerId);
    const sources = [...steps].filter((id) => {
      const source = before.get(id);
      return source !== undefined && (isMoved || movedIds.has(id)) && availability(source, reader).is !== 'never';
    });
    return [
      ...sources.map((sourceId) => ({ readerId, sourceId, of: 'step' as const })),
      ...(isMoved && usesItem && isInLoop(reader) ? [{ readerId, sourceId: undefined, of: 'item' as const }] : []),
      ...(isMoved && usesError && isInLane(reader) ? [{ readerId, sourceId: undefined, of: 'error' as const }] : []),
    ];
  });
}

function brokenRead(
  flow: FlowDocument,
  ids: readonly string[],
  point: InsertionPoint,
  pairs: readonly ReadingPair[],
): string | undefined {
  if (pairs.length === 0) return undefined;
  const after = visitedById(moveSteps(flow, ids, point));
  for (const { readerId, sourceId, of } of pairs) {
    const reader = after.get(readerId);
    if (reader === undefined) continue;
    const { name } = reader.step;
    if (of === 'item' && !isInLoop(reader)) return `“${name}” uses $item, which exists only inside a loop.`;
    if (of === 'error' && !isInLane(reader)) return `“${name}” uses $error, which exists only in an error lane.`;
    const source = sourceId === undefined ? undefined : after.get(sourceId);
    const can = source && availability(source, reader);
    if (can?.is === 'never') return `Here “${name}” could not read “${source?.step.name}”: it ${can.reason}.`;
  }
  return undefined;
}

const isInLoop = ({ ancestors }: VisitedStep): boolean => ancestors.some(({ step, slot }) => isLoopBody(step, slot));
const isInLane = ({ ancestors }: VisitedStep): boolean => ancestors.some(({ slot }) => slot === onErrorSlot);

function tooDeep(flow: FlowDocument, { address }: InsertionPoint, levels: number): string | undefined {
  const owner = address.in === 'flow' ? undefined : findStep(flow.body, address.stepId);
  const around = owner === undefined ? 0 : owner.ancestors.length + 1;
  return around + levels > flowLimits.depth
    ? `Steps can be inside at most ${flowLimits.depth} others. Move the inner ones into a flow of their own.`
    : undefined;
}

/** How many levels of steps a step contains. */
const levelsWithin = (step: Step): number =>
  isContainer(step) ? Math.max(0, ...Array.from(walkSteps([step]), ({ ancestors }) => ancestors.length)) : 0;

const visitedById = ({ body }: FlowDocument): Map<string, VisitedStep> =>
  new Map(Array.from(walkSteps(body), (visited) => [visited.step.id, visited]));
