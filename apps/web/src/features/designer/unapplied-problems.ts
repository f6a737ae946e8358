import { ownValue } from '@throughline/core/connector/own-value';
import type { FlowDocument } from '@throughline/core/flow';
import { findStep } from '@throughline/core/flow/walk';
import { unappliedSentence, type Unapplied } from './form/unapplied.ts';
import { triggerNodeId } from './layout/geometry.ts';
import { placeOf, type PlacedProblem } from './placed-problem.ts';

/**
 * Edits of conditions that the flow does not have yet. The flow is right without them, so they are warnings. Where it has
 * no condition, its rules ask for one.
 */
export function unappliedProblems(all: readonly Unapplied[], flow: FlowDocument): PlacedProblem[] {
  return all.flatMap((unapplied) => {
    const { of, subject, field } = unapplied;
    const form = formOf(subject, flow);
    if (form === undefined || of.trim() === '' || expressionAt(form.value, field) !== of) return [];
    const pointer = `${form.pointer}${field}`;
    return [
      {
        code: 'NOT_FILLED_IN' as const,
        severity: 'warning' as const,
        message: unappliedSentence(unapplied),
        pointer,
        ...placeOf(pointer, flow),
      },
    ];
  });
}

function formOf(subject: string | null, flow: FlowDocument) {
  if (subject === triggerNodeId) return { pointer: '/trigger', value: flow.trigger };
  const found = subject === null ? undefined : findStep(flow.body, subject);
  return found && { pointer: `${found.pointer}/config`, value: found.step.config };
}

/** Conditions are texts, or fields that say that they are expressions. */
function expressionAt(form: unknown, pointer: string): unknown {
  const value = pointer.split('/').slice(1).reduce(valueIn, form);
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'expression'
    ? valueIn(value, 'value')
    : value;
}

const valueIn = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? ownValue(value as Readonly<Record<string, unknown>>, name) : undefined;
