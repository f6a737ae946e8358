import type { FlowDocument } from '../definition.ts';
import { flowLimits } from '../flow-limits.ts';
import type { Problem } from '../problem.ts';
import { kindOf, onErrorSlot, type Step } from '../step.ts';
import { escapePointer } from '../steps/step-kind.ts';
import { walkSteps, type VisitedStep } from '../walk.ts';
import { alwaysStops } from './always-stops.ts';
import { limitProblems, type WidthOfFlow } from './limits.ts';
import { known, stepProblem } from './step-report.ts';

/** Finds duplicate ids, unknown slots, unreachable steps, and flows that are larger than a run may be. */
export function structureProblems(flow: FlowDocument, widthOfFlow: WidthOfFlow): Problem[] {
  const visited = [...walkSteps(flow.body)];
  const tooLarge = limitProblems(flow, visited, widthOfFlow);
  // Thousands of steps would have thousands of further problems, which nobody reads.
  if (visited.length > flowLimits.steps) return tooLarge;
  return [
    ...tooLarge,
    ...emptyBody(flow),
    ...duplicateIds(visited),
    ...visited.flatMap(slotProblems),
    ...unreachable(flow.body, '/body'),
  ];
}

function emptyBody({ body }: FlowDocument): Problem[] {
  if (body.length > 0) return [];
  const message = 'This flow has no steps and would do nothing. Add one.';
  return [{ pointer: '/body', code: 'EMPTY_BODY', severity: 'warning', message }];
}

function duplicateIds(visited: readonly VisitedStep[]): Problem[] {
  const first = new Map<string, string>();
  return visited.flatMap((at) => {
    const { id, name } = at.step;
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, name);
      return [];
    }
    const message = `"${name}" has the id "${id}" of "${earlier}". Give one of them another id.`;
    return [{ ...stepProblem(at, '', 'DUPLICATE_STEP_ID', message), pointer: `${at.pointer}/id` }];
  });
}

function slotProblems(at: VisitedStep): Problem[] {
  const { step, pointer } = at;
  const offered = kindOf(step)
    .slots(step.config)
    .map(({ slot }) => slot);
  const slots = [...offered, onErrorSlot];
  const repeated = slots.find((slot, index) => slots.indexOf(slot) !== index);
  const problems = Object.keys(step.bodies ?? {})
    .filter((slot) => !slots.includes(slot))
    .map((slot) => ({
      ...stepProblem(at, '', 'UNKNOWN_SLOT', `"${step.name}" has no way "${slot}". ${known(slot, slots)}`),
      pointer: `${pointer}/bodies/${escapePointer(slot)}`,
    }));
  if (repeated === undefined) return problems;
  const message = `"${step.name}" has two ways named "${repeated}". Rename one of them.`;
  return [...problems, stepProblem(at, '/cases', 'DUPLICATE_SLOT', message)];
}

/** The first step after one that always stops, for each body. */
function unreachable(body: readonly Step[], pointer: string): Problem[] {
  const stop = body.findIndex(alwaysStops);
  const stopper = body[stop];
  const nextIndex = stop < 0 ? -1 : body.findIndex(({ disabled }, index) => index > stop && disabled !== true);
  const next = body[nextIndex];
  const inner = body.flatMap((step, index) =>
    Object.entries(step.disabled === true ? {} : (step.bodies ?? {})).flatMap(([slot, inside]) =>
      unreachable(inside, `${pointer}/${index}/bodies/${escapePointer(slot)}`),
    ),
  );
  if (stopper === undefined || next === undefined) return inner;
  const message = `"${next.name}" can never run, because "${stopper.name}" before it always stops the run. Move or delete it.`;
  const at = { step: next, pointer: `${pointer}/${nextIndex}` };
  return [stepProblem(at, '', 'UNREACHABLE_STEP', message), ...inner];
}
