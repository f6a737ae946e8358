import type { FlowDocument } from '@throughline/core/flow';
import { walkSteps, type VisitedStep } from '@throughline/core/flow/walk';
import type { Selection } from './selection.ts';

/** The part of the designer's state that says what is selected. */
interface Selected {
  readonly history: { readonly present: FlowDocument };
  readonly selection: Selection;
  readonly also: ReadonlySet<string>;
}

/** Ids of the steps that are selected together; empty for the trigger and the settings. */
export function selectedIds({ history, selection, also }: Selected): ReadonlySet<string> {
  const wanted = new Set(selection === null ? also : [...also, selection]);
  return new Set(Array.from(walkSteps(history.present.body), ({ step }) => step.id).filter((id) => wanted.has(id)));
}

/** The selected steps in the order of the flow. A step inside another selected one goes with it and is left out. */
export const selectedSteps = (state: Selected): VisitedStep[] => outermost(state.history.present, selectedIds(state));

export const outermost = (flow: FlowDocument, ids: ReadonlySet<string>): VisitedStep[] =>
  [...walkSteps(flow.body)].filter(
    ({ step, ancestors }) => ids.has(step.id) && !ancestors.some((outer) => ids.has(outer.step.id)),
  );

/** Ids of all steps from one to another in the order of the flow, both included. */
export function idsBetween(flow: FlowDocument, one: string, other: string): string[] {
  const ids = Array.from(walkSteps(flow.body), ({ step }) => step.id);
  const [from, to] = [ids.indexOf(one), ids.indexOf(other)].toSorted((a, b) => a - b);
  return from === undefined || to === undefined || from < 0 ? [] : ids.slice(from, to + 1);
}
