import type { FlowDocument } from '../definition.ts';
import { flowLimits } from '../flow-limits.ts';
import type { Problem } from '../problem.ts';
import { kindOf, type Step } from '../step.ts';
import { walkEnabled, type VisitedStep } from '../walk.ts';
import { stepProblem } from './step-report.ts';

/** Reports where a flow exceeds the limits of a run: too many steps, too deep nesting, or too much concurrency. */
export function limitProblems(
  { body }: FlowDocument,
  visited: readonly VisitedStep[],
  widthOfFlow: WidthOfFlow,
): Problem[] {
  return [...tooManySteps(visited), ...tooDeep(visited), ...tooWide(body, widthOfFlow)];
}

function tooManySteps(visited: readonly VisitedStep[]): Problem[] {
  if (visited.length <= flowLimits.steps) return [];
  const message = `This flow has ${visited.length} steps, and a flow may have ${flowLimits.steps}. Move a part of it into a flow of its own and call that.`;
  return [{ pointer: '/body', code: 'TOO_MANY_STEPS', severity: 'error', message }];
}

function tooDeep(visited: readonly VisitedStep[]): Problem[] {
  const deepest = visited.find(({ ancestors }) => ancestors.length > flowLimits.depth);
  if (deepest === undefined) return [];
  const message = `"${deepest.step.name}" is inside ${deepest.ancestors.length} other steps, and ${flowLimits.depth} are possible. Move the inner steps into a flow of their own and call that.`;
  return [stepProblem(deepest, '', 'TOO_DEEP', message)];
}

/** The first outermost step that is too wide. Its message also covers steps inside it. */
function tooWide(body: readonly Step[], widthOfFlow: WidthOfFlow): Problem[] {
  for (const [index, step] of body.entries()) {
    const width = widthOf(step, widthOfFlow);
    if (width <= flowLimits.width) continue;
    const isWideItself = widthOf(step, alone) > flowLimits.width;
    const who = isWideItself ? 'Up to' : 'Counting the flows that it calls, up to';
    const loops = isWideItself ? 'its loops' : 'the loops around the calls';
    const message = `${who} ${width} parts of "${step.name}" would run at the same time, and ${flowLimits.width} are possible. Lower the concurrency of ${loops}, or take branches out.`;
    return [stepProblem({ step, pointer: `/body/${index}` }, '', 'TOO_WIDE', message)];
  }
  return [];
}

/** How many parts of the flow with this key can run at the same time. */
export type WidthOfFlow = (key: string) => number;

/** Without the flows that it calls. */
const alone: WidthOfFlow = () => 1;

/** Widths of flows including those they call. A circle of calls ends here, because other checks report it. */
export function widthsOfFlows(flows: ReadonlyMap<string, FlowDocument>): WidthOfFlow {
  const widths = new Map<string, number>();
  const widthOfFlow: WidthOfFlow = (key) => {
    const known = widths.get(key);
    if (known !== undefined) return known;
    widths.set(key, 1);
    const width = widestOf(flows.get(key)?.body ?? [], widthOfFlow);
    widths.set(key, width);
    return width;
  };
  return widthOfFlow;
}

/** How many parts of a step can run at the same time, if each loop has enough items. */
function widthOf(step: Step, ofFlow: WidthOfFlow): number {
  if (step.disabled === true) return 1;
  const { onError, ...ways } = step.bodies ?? {};
  const ofSlot = (slot: string): number => widestOf(ways[slot] ?? [], ofFlow);
  const own = kindOf(step).width?.(step.config, { ofSlot, ofFlow }) ?? Math.max(1, ...Object.keys(ways).map(ofSlot));
  return Math.max(widestOf(onError ?? [], ofFlow), own);
}

const widestOf = (body: readonly Step[], ofFlow: WidthOfFlow): number =>
  body.reduce((widest, step) => Math.max(widest, widthOf(step, ofFlow)), 1);

/**
 * Says why calls between flows would never end or would do too much. `flows` holds the flows that may be called, by
 * key. A missing flow is reported at the step that calls it.
 */
export function callProblem(
  flow: FlowDocument,
  flows: ReadonlyMap<string, FlowDocument>,
  ownKey?: string,
): string | undefined {
  const sizes = new Map<string, number | string>();
  /** Steps of a flow and of everything it calls, or a sentence that says why it must not run. */
  const sizeOf = ({ body }: FlowDocument, trail: readonly string[]): number | string => {
    let size = 0;
    for (const { step } of walkEnabled(body)) {
      size += 1;
      if (step.kind !== 'call') continue;
      const called = sizeOfCalled(step.config.flow, trail);
      if (typeof called === 'string') return called;
      size += called;
      if (size > flowLimits.calledSteps) {
        return `With the flows it calls it would run more than ${flowLimits.calledSteps} steps. Call fewer flows, or smaller ones.`;
      }
    }
    return size;
  };
  const sizeOfCalled = (key: string, trail: readonly string[]): number | string => {
    if (trail.includes(key))
      return `Flows call each other in a circle: ${[...trail, key].join(' → ')}. Break the circle.`;
    if (trail.length >= flowLimits.callDepth) {
      return `Flows call each other more than ${flowLimits.callDepth} levels deep: ${[...trail, key].join(' → ')}. Call them from fewer levels.`;
    }
    const known = sizes.get(key);
    if (known !== undefined) return known;
    const called = flows.get(key);
    const size = called === undefined ? 0 : sizeOf(called, [...trail, key]);
    sizes.set(key, size);
    return size;
  };
  const size = sizeOf(flow, ownKey === undefined ? [] : [ownKey]);
  return typeof size === 'string' ? size : undefined;
}
