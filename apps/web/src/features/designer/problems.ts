import type { FlowDocument } from '@throughline/core/flow';
import { fieldLabel } from '@throughline/core/flow/field-label';
import type { Problem } from '@throughline/core/flow/problem';
import { sentenceAtField } from '@throughline/core/flow/shape-problems';
import { validateFlow } from '@throughline/core/flow/validate';
import { walkSteps, type VisitedStep } from '@throughline/core/flow/walk';
import type { DesignerData } from './designer-data.ts';
import { triggerNodeId } from './layout/geometry.ts';

export interface PlacedProblem extends Problem {
  /** What to select in order to fix it: a step, the trigger, or the settings (null). */
  readonly subject: string | null;
  /** Pointer within the subject's form. */
  readonly field: string;
  /** Name of the subject. */
  readonly place: string;
  /** The field's label on the form; empty if the problem is about the subject as a whole. */
  readonly fieldName: string;
}

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

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

export function countProblems(problems: readonly Problem[]): ProblemCounts {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

const rank = ({ severity }: Problem) => (severity === 'error' ? 0 : 1);

export type ProblemPlace = Pick<PlacedProblem, 'subject' | 'field' | 'place' | 'fieldName'>;

/** The form and field to which a pointer into a flow leads. */
export function placeOf(pointer: string, flow: FlowDocument): ProblemPlace {
  return placeAmong(pointer, flow, [...walkSteps(flow.body)].toReversed());
}

/** Innermost steps first. */
function placeAmong(pointer: string, flow: FlowDocument, steps: readonly VisitedStep[]): ProblemPlace {
  const owner = steps.find((step) => pointer === step.pointer || pointer.startsWith(`${step.pointer}/`));
  if (owner !== undefined) {
    const below = pointer.slice(owner.pointer.length);
    const field = below.replace(/^\/config/, '');
    return { subject: owner.step.id, field, place: owner.step.name, fieldName: named(owner.step, below) };
  }
  if (pointer.startsWith('/trigger')) {
    const field = pointer.slice('/trigger'.length);
    const fieldName = named(flow.trigger, field);
    return { subject: triggerNodeId, field, place: `Trigger “${flow.trigger.name}”`, fieldName };
  }
  const field = pointer.replace(/^\/settings/, '');
  return { subject: null, field, place: 'Flow settings', fieldName: named(flow.settings, field) };
}

const named = (subject: unknown, field: string): string =>
  /^(\/config)?$/.test(field) ? '' : fieldLabel(subject, field).join(' › ');

/** The list already shows step and field next to the message, and a form shows the message below the field. */
const atItsField = (problem: Problem, flow: FlowDocument): Problem =>
  problem.code === 'SHAPE' || problem.code === 'NOT_FILLED_IN'
    ? { ...problem, message: sentenceAtField(problem, flow) }
    : problem;
