'use client';
import { useCallback, useMemo, useReducer } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import type { Step } from '@throughline/core/flow/step';
import { findStep } from '@throughline/core/flow/walk';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { firstEmptyField } from './find/first-empty-field.ts';
import { triggerNodeId } from './layout/geometry.ts';
import { designerReducer, pointBehind, startDesigner, type DesignerState } from './state/designer-state.ts';
import type { Selection } from './state/selection.ts';
import type { FlowEdit } from './state/edit-flow.ts';

export interface DesignerActions {
  readonly edit: (edit: FlowEdit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (id: Selection, field?: string) => void;
  readonly toggle: (id: string, isCollapsed?: boolean) => void;
  readonly move: (id: string, point: InsertionPoint) => void;
  /** Inserts a new step, selects it, and leads to the first field that is empty. */
  readonly add: (point: InsertionPoint, step: Step) => void;
  readonly paste: (steps: readonly Step[]) => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
  readonly replace: (flow: FlowDocument) => void;
}

/** The state of an open flow, and all actions on it. The actions keep their identity. */
export const useDesigner = (flow: FlowDocument, selection: Selection): readonly [DesignerState, DesignerActions] => {
  const [state, dispatch] = useReducer(designerReducer, undefined, () => startDesigner(flow, selection));
  const latest = useLatest(state);
  const edit = useCallback((each: FlowEdit) => dispatch({ type: 'edit', edit: each }), []);
  const actions = useMemo<DesignerActions>(() => {
    const selected = () => {
      const { history, selection: id } = latest.current;
      return id === null ? undefined : findStep(history.present.body, id)?.step;
    };
    const paste = (steps: readonly Step[]) => {
      const { history, selection: id } = latest.current;
      edit({ type: 'insert', point: pointBehind(history.present, id), steps });
    };
    return {
      edit,
      undo: () => dispatch({ type: 'undo' }),
      redo: () => dispatch({ type: 'redo' }),
      select: (id, field) => dispatch({ type: 'select', id, field }),
      toggle: (id, isCollapsed) =>
        dispatch({ type: 'toggle', id, ...(isCollapsed === undefined ? {} : { isCollapsed }) }),
      move: (id, point) => edit({ type: 'move', id, point }),
      add: (point, step) => {
        edit({ type: 'insert', point, steps: [step] });
        dispatch({ type: 'select', id: step.id, field: firstEmptyField(step) });
      },
      paste,
      duplicate: () => {
        const step = selected();
        if (step !== undefined) paste([{ ...step, name: `${step.name} copy` }]);
      },
      remove: () => {
        const { selection: id } = latest.current;
        if (id !== null && id !== triggerNodeId) edit({ type: 'delete', id });
      },
      replace: (next) => dispatch({ type: 'replace', flow: next }),
    };
  }, [edit, latest]);
  return [state, actions];
};
