import type { FlowDocument } from '@throughline/core/flow';
import { fieldLabel } from '@throughline/core/flow/field-label';
import type { Problem } from '@throughline/core/flow/problem';
import { walkSteps, type VisitedStep } from '@throughline/core/flow/walk';
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

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

export function countProblems(problems: readonly Problem[]): ProblemCounts {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

export type ProblemPlace = Pick<PlacedProblem, 'subject' | 'field' | 'place' | 'fieldName'>;

/** The form and field to which a pointer into a flow leads. */
export function placeOf(pointer: string, flow: FlowDocument): ProblemPlace {
  return placeAmong(pointer, flow, [...walkSteps(flow.body)].toReversed());
}

/** The same among the steps of a flow, the innermost ones first. */
export function placeAmong(pointer: string, flow: FlowDocument, steps: readonly VisitedStep[]): ProblemPlace {
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
