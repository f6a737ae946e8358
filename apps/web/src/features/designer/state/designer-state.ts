import { kindOf, stepKinds, type Step } from '@throughline/core/flow/step';
import type { FlowDocument } from '@throughline/core/flow';
import { findStep, walkSteps, type VisitedStep } from '@throughline/core/flow/walk';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { recordEdit, redo, startHistory, undo, type History } from '#features/drafts/history.ts';
import { triggerNodeId } from '../layout/geometry.ts';
import { editFlow, type FlowEdit } from './edit-flow.ts';
import { editName } from './edit-name.ts';
import { idsBetween, selectedIds, selectedSteps } from './selected-steps.ts';
import type { Selection } from './selection.ts';
import type { Selected } from './selection-in-url.ts';
import { touchedSteps } from './touched-steps.ts';

export interface DesignerState {
  readonly history: History<FlowDocument>;
  readonly selection: Selection;
  /** Further steps that are selected with it. */
  readonly also: ReadonlySet<string>;
  /** Where a range of steps began. */
  readonly anchor: string | undefined;
  /** JSON pointer below the selected step, for the field to which a problem leads. */
  readonly focusedField: string | undefined;
  readonly collapsed: ReadonlySet<string>;
  /** What happened, for a screen reader. The number tells two equal sentences apart. */
  readonly said: { readonly text: string; readonly number: number };
}

export type DesignerAction =
  | { readonly type: 'edit'; readonly edit: FlowEdit }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | {
      readonly type: 'select';
      readonly id: Selection;
      readonly field?: string | undefined;
      /** `toggle` adds or removes one step; `range` selects everything from where the selection began. */
      readonly how?: SelectHow | undefined;
    }
  | { readonly type: 'select-all' }
  /** Selects what an address names. */
  | { readonly type: 'show'; readonly selection: Selection; readonly also: ReadonlySet<string> }
  /** The author went on to something else, so a form that opens late must not take the focus. */
  | { readonly type: 'forget-field' }
  | { readonly type: 'toggle'; readonly id: string; readonly isCollapsed?: boolean }
  | { readonly type: 'say'; readonly text: string }
  /** Replaces the document with somebody else's draft or an earlier version, as one edit that can be undone. */
  | { readonly type: 'replace'; readonly flow: FlowDocument };

const none: ReadonlySet<string> = new Set();

export type SelectHow = 'only' | 'toggle' | 'range';

export const startDesigner = (
  flow: FlowDocument,
  { selection, also }: Selected = { selection: triggerNodeId, also: none },
): DesignerState => ({
  history: startHistory(flow),
  selection,
  also,
  anchor: undefined,
  focusedField: undefined,
  collapsed: new Set(),
  said: { text: '', number: 0 },
});

/** All edits of a flow by a person. Pure. */
export function designerReducer(state: DesignerState, action: DesignerAction): DesignerState {
  switch (action.type) {
    case 'edit':
      return applyEdit(state, action.edit);
    case 'undo':
      return restore(state, undo(state.history), `Undone: ${state.history.done.at(-1) || 'the last edit'}.`);
    case 'redo':
      return restore(state, redo(state.history), `Done again: ${state.history.undone[0] || 'the last edit'}.`);
    case 'select':
      return reveal(select(state, action));
    case 'select-all': {
      const [first, ...others] = Array.from(walkSteps(state.history.present.body), ({ step }) => step.id);
      return first === undefined ? state : { ...state, selection: first, also: new Set(others), anchor: first };
    }
    case 'show': {
      const { selection, also } = action;
      return keepSelection({ ...state, selection, also, anchor: undefined, focusedField: undefined });
    }
    case 'forget-field':
      return state.focusedField === undefined ? state : { ...state, focusedField: undefined };
    case 'toggle': {
      const collapsed = new Set(state.collapsed);
      const isCollapsed = action.isCollapsed ?? !collapsed.has(action.id);
      if (isCollapsed) collapsed.add(action.id);
      else collapsed.delete(action.id);
      return { ...state, collapsed };
    }
    case 'say':
      return say(state, action.text);
    case 'replace':
      return keepSelection({
        ...state,
        history: recordEdit(state.history, action.flow, undefined, 'replacement of the whole draft'),
      });
  }
}

function applyEdit(state: DesignerState, edit: FlowEdit): DesignerState {
  const { present } = state.history;
  const { flow, selected, about } = editFlow(present, edit);
  if (flow === present) return state;
  const name = editName(present, edit);
  const next = selected === undefined ? state : selectOnly(state, selected);
  const edited = keepSelection({ ...next, history: recordEdit(state.history, flow, about, name) });
  return about === undefined && !isTyped(edit) ? say(edited, `Done: ${name}.`) : edited;
}

/** Typing says itself. */
const isTyped = ({ type }: FlowEdit): boolean => ['step', 'trigger', 'settings', 'description'].includes(type);

/** After undo and redo, the steps that it was about are selected. */
function restore(state: DesignerState, history: DesignerState['history'], text: string): DesignerState {
  if (history === state.history) return state;
  const touched = touchedSteps(state.history.present, history.present);
  const next = touched.length === 0 ? state : selectOnly(state, touched);
  return say(keepSelection({ ...next, history }), text);
}

const say = (state: DesignerState, text: string): DesignerState => ({
  ...state,
  said: { text, number: state.said.number + 1 },
});

const selectOnly = (state: DesignerState, [first, ...others]: readonly string[]): DesignerState =>
  first === undefined
    ? state
    : { ...state, selection: first, also: new Set(others), anchor: undefined, focusedField: undefined };

function select(
  state: DesignerState,
  { id, field, how = 'only' }: Extract<DesignerAction, { type: 'select' }>,
): DesignerState {
  const isStep = id !== null && findStep(state.history.present.body, id) !== undefined;
  const from = state.anchor ?? state.selection;
  const only = { ...state, selection: id, also: none, anchor: undefined, focusedField: field };
  if (!isStep || from === null || from === triggerNodeId || how === 'only') return only;
  if (how === 'range') {
    const others = idsBetween(state.history.present, from, id).filter((each) => each !== id);
    return { ...only, also: new Set(others), anchor: from };
  }
  const ids = new Set(selectedIds(state));
  if (!ids.delete(id)) return { ...only, also: ids };
  const [left = id, ...others] = ids;
  return { ...only, selection: left, also: new Set(others) };
}

/** A deleted step cannot stay selected. */
function keepSelection(state: DesignerState): DesignerState {
  const { selection, history } = state;
  const also = new Set([...state.also].filter((id) => findStep(history.present.body, id) !== undefined));
  const kept = also.size === state.also.size ? state : { ...state, also };
  if (selection === null || selection === triggerNodeId) return kept;
  if (findStep(history.present.body, selection) !== undefined) return reveal(kept);
  return { ...kept, selection: triggerNodeId, also: none, focusedField: undefined };
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

/** The point right after the selected steps; for anything else, the end of the flow. */
export function pointBehind(state: Pick<DesignerState, 'history' | 'selection' | 'also'>): InsertionPoint {
  const last = selectedSteps(state).at(-1);
  if (last !== undefined) return { address: last.address, index: last.index + 1 };
  return { address: { in: 'flow' }, index: state.selection === triggerNodeId ? 0 : state.history.present.body.length };
}

/** The point at the beginning of the selected container's first body; undefined for other steps. */
export function pointInside(state: Pick<DesignerState, 'history' | 'selection' | 'also'>): InsertionPoint | undefined {
  const step = selectedSteps(state).at(-1)?.step;
  const slot = step && kindOf(step).slots(step.config)[0]?.slot;
  return step === undefined || slot === undefined
    ? undefined
    : { address: { in: 'step', stepId: step.id, slot }, index: 0 };
}

/** The point one position up or down among the step's siblings; undefined at either end. */
export function pointBeside(place: VisitedStep, siblings: readonly Step[], offset: -1 | 1): InsertionPoint | undefined {
  const index = place.index + (offset === 1 ? 2 : -1);
  return index < 0 || index > siblings.length ? undefined : { address: place.address, index };
}

export const isContainer = (step: Step): boolean =>
  stepKinds[step.kind].slots(step.config as never).length > 0 || Object.keys(step.bodies ?? {}).length > 0;
