import type { FlowDocument } from '@throughline/core/flow';
import type { Problem } from '@throughline/core/flow/problem';
import { validateFlow } from '@throughline/core/flow/validate';
import { walkSteps, type VisitedStep } from '@throughline/core/flow/walk';
import type { DesignerData } from './designer-data.ts';
import { triggerNodeId } from './layout/geometry.ts';

export interface PlacedProblem extends Problem {
  /** What is selected to mend it: a step, the trigger, or the settings (null). */
  readonly subject: string | null;
  /** Pointer within the subject's form. */
  readonly field: string;
  /** Name of the subject. */
  readonly place: string;
}

/** Everything that is wrong with a flow, each with the form field that fixes it, errors first. */
export function problemsOf(flow: FlowDocument, data: DesignerData): PlacedProblem[] {
  const steps = [...walkSteps(flow.body)].toReversed();
  return validateFlow(flow, data.validation)
    .map((problem) => place(emptied(problem, flow), flow, steps))
    .toSorted((one, other) => rank(one) - rank(other));
}

const rank = ({ severity }: Problem) => (severity === 'error' ? 0 : 1);

function place(problem: Problem, flow: FlowDocument, steps: readonly VisitedStep[]): PlacedProblem {
  const owner = steps.find(({ pointer }) => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`));
  if (owner !== undefined) {
    const field = problem.pointer.slice(owner.pointer.length).replace(/^\/config/, '');
    return { ...problem, subject: owner.step.id, field, place: owner.step.name };
  }
  if (problem.pointer.startsWith('/trigger')) {
    const field = problem.pointer.slice('/trigger'.length);
    return { ...problem, subject: triggerNodeId, field, place: flow.trigger.name };
  }
  return { ...problem, subject: null, field: problem.pointer.replace(/^\/settings/, ''), place: 'Flow settings' };
}

/** A field that nobody has filled in yet needs no lesson about its format. */
function emptied(problem: Problem, flow: FlowDocument): Problem {
  const isEmpty = problem.code === 'SHAPE' && valueAt(flow, problem.pointer) === '';
  return isEmpty ? { ...problem, message: 'Not filled in yet.' } : problem;
}

function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[token.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}
