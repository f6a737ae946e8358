import type { FlowDocument } from '@throughline/core/flow';
import type { Problem } from '@throughline/core/flow/problem';
import { sentenceAtField } from '@throughline/core/flow/shape-problems';
import { validateFlow } from '@throughline/core/flow/validate';
import { walkSteps } from '@throughline/core/flow/walk';
import type { DesignerData } from './designer-data.ts';
import { placeAmong, type PlacedProblem } from './placed-problem.ts';

/** Everything wrong with a flow, each with the form field that fixes it, errors first. */
export function problemsOf(flow: FlowDocument, data: DesignerData): PlacedProblem[] {
  const steps = [...walkSteps(flow.body)].toReversed();
  return validateFlow(flow, data.validation)
    .map((problem) => ({ ...atItsField(problem, flow), ...placeAmong(problem.pointer, flow, steps) }))
    .filter((problem, index, all) => index === all.findIndex((other) => isSame(problem, other)))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** An empty field may break two rules of its shape, which are one sentence to its author. */
const isSame = (one: PlacedProblem, other: PlacedProblem): boolean =>
  one.pointer === other.pointer && one.message === other.message;

const rank = ({ severity }: Problem) => (severity === 'error' ? 0 : 1);

/** The list already shows step and field next to the message, and a form shows the message below the field. */
const atItsField = (problem: Problem, flow: FlowDocument): Problem =>
  problem.code === 'SHAPE' || problem.code === 'NOT_FILLED_IN'
    ? { ...problem, message: sentenceAtField(problem, flow) }
    : problem;
