import { stepKinds, type Step } from '@throughline/core/flow/step';
import type { FlowDocument } from '@throughline/core/flow';
import { findStep, type VisitedStep } from '@throughline/core/flow/walk';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { recordEdit, redo, startHistory, undo, type History } from '#features/drafts/history.ts';
import { triggerNodeId } from '../layout/geometry.ts';
import { editFlow, type FlowEdit } from './edit-flow.ts';
import type { Selection } from './selection.ts';

export interface DesignerState {
  readonly history: History<FlowDocument>;
  readonly selection: Selection;
  /** JSON pointer below the selected step, for the field to which a problem leads. */
  readonly focusedField: string | undefined;
  readonly collapsed: ReadonlySet<string>;
}

export type DesignerAction =
  | { readonly type: 'edit'; readonly edit: FlowEdit }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'select'; readonly id: Selection; readonly field?: string | undefined }
  | { readonly type: 'toggle'; readonly id: string; readonly isCollapsed?: boolean }
  /** Replaces the document with somebody else's draft or an earlier version, as one edit that can be undone. */
  | { readonly type: 'replace'; readonly flow: FlowDocument };

export const startDesigner = (flow: FlowDocument, selection: Selection = triggerNodeId): DesignerState => ({
  history: startHistory(flow),
  selection,
  focusedField: undefined,
  collapsed: new Set(),
});

/** All edits of a flow by a person. Pure. */
export function designerReducer(state: DesignerState, action: DesignerAction): DesignerState {
  switch (action.type) {
    case 'edit': {
      const { flow, selection, about } = editFlow(state.history.present, action.edit);
      const history = recordEdit(state.history, flow, about);
      return keepSelection({ ...state, history, selection: selection ?? state.selection });
    }
    case 'undo':
      return keepSelection({ ...state, history: undo(state.history) });
    case 'redo':
      return keepSelection({ ...state, history: redo(state.history) });
    case 'select':
      return reveal({ ...state, selection: action.id, focusedField: action.field });
    case 'toggle': {
      const collapsed = new Set(state.collapsed);
      const isCollapsed = action.isCollapsed ?? !collapsed.has(action.id);
      if (isCollapsed) collapsed.add(action.id);
      else collapsed.delete(action.id);
      return { ...state, collapsed };
    }
    case 'replace':
      return keepSelection({ ...state, history: recordEdit(state.history, action.flow) });
  }
}

/** A deleted step cannot stay selected. */
function keepSelection(state: DesignerState): DesignerState {
  const { selection } = state;
  if (selection === null || selection === triggerNodeId) return state;
  if (findStep(state.history.present.body, selection) !== undefined) return reveal(state);
  return { ...state, selection: triggerNodeId, focusedField: undefined };
}

/** Expands the containers around the selected step. */
function reveal(state: DesignerState): DesignerState {
  const place = state.selection === null ? undefined : findStep(state.history.present.body, state.selection);
  const closed = place?.ancestors.filter(({ step }) => state.collapsed.has(step.id)) ?? [];
  if (closed.length === 0) return state;
  const collapsed = new Set(state.collapsed);
  for (const { step } of closed) collapsed.delete(step.id);
  return { ...state, collapsed };
}

/** The point right after a step; for anything else, the end of the flow. */
export function pointBehind(flow: FlowDocument, selection: Selection): InsertionPoint {
  const place = selection === null ? undefined : findStep(flow.body, selection);
  if (place !== undefined) return { address: place.address, index: place.index + 1 };
  return { address: { in: 'flow' }, index: selection === triggerNodeId ? 0 : flow.body.length };
}

/** The point one position up or down among the step's siblings; undefined at either end. */
export function pointBeside(place: VisitedStep, siblings: readonly Step[], offset: -1 | 1): InsertionPoint | undefined {
  const index = place.index + (offset === 1 ? 2 : -1);
  return index < 0 || index > siblings.length ? undefined : { address: place.address, index };
}

export const isContainer = (step: Step): boolean =>
  stepKinds[step.kind].slots(step.config as never).length > 0 || Object.keys(step.bodies ?? {}).length > 0;
