'use client';
import { useCallback, useMemo, useReducer } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import type { Step } from '@throughline/core/flow/step';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { firstEmptyField } from './find/first-empty-field.ts';
import {
  designerReducer,
  pointBehind,
  startDesigner,
  type DesignerState,
  type SelectHow,
} from './state/designer-state.ts';
import { selectedSteps } from './state/selected-steps.ts';
import type { Selection } from './state/selection.ts';
import type { Selected } from './state/selection-in-url.ts';
import type { FlowEdit } from './state/edit-flow.ts';

export interface DesignerActions {
  readonly edit: (edit: FlowEdit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (id: Selection, field?: string, how?: SelectHow) => void;
  readonly selectAll: () => void;
  /** Selects what an address names. */
  readonly show: (selected: Selected) => void;
  /** Leads to no field any more. */
  readonly forgetField: () => void;
  readonly toggle: (id: string, isCollapsed?: boolean) => void;
  readonly move: (ids: readonly string[], point: InsertionPoint) => void;
  /** Inserts a new step, selects it, and leads to the first field that is empty. */
  readonly add: (point: InsertionPoint, step: Step) => void;
  /** Puts the selected steps into a slot of a new container, and leads to the container's first empty field. */
  readonly wrap: (container: Step, slot: string) => void;
  readonly paste: (steps: readonly Step[]) => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
  /** Disables the selected steps, or enables them if all of them are disabled. */
  readonly switchOff: () => void;
  readonly replace: (flow: FlowDocument) => void;
  /** Tells a screen reader. */
  readonly say: (text: string) => void;
}

/** The state of an open flow, and all actions on it. The actions keep their identity. */
export const useDesigner = (flow: FlowDocument, selected: Selected): readonly [DesignerState, DesignerActions] => {
  const [state, dispatch] = useReducer(designerReducer, undefined, () => startDesigner(flow, selected));
  const latest = useLatest(state);
  const edit = useCallback((each: FlowEdit) => dispatch({ type: 'edit', edit: each }), []);
  const actions = useMemo<DesignerActions>(() => {
    const select: DesignerActions['select'] = (id, field, how) => dispatch({ type: 'select', id, field, how });
    const insertBehind = (steps: readonly Step[], as: 'paste' | 'duplicate') => {
      if (steps.length > 0) edit({ type: 'insert', point: pointBehind(latest.current), steps, as });
    };
    return {
      edit,
      undo: () => dispatch({ type: 'undo' }),
      redo: () => dispatch({ type: 'redo' }),
      select,
      selectAll: () => dispatch({ type: 'select-all' }),
      show: ({ selection, also }) => dispatch({ type: 'show', selection, also }),
      forgetField: () => dispatch({ type: 'forget-field' }),
      toggle: (id, isCollapsed) =>
        dispatch({ type: 'toggle', id, ...(isCollapsed === undefined ? {} : { isCollapsed }) }),
      move: (ids, point) => edit({ type: 'move', ids, point }),
      add: (point, step) => {
        edit({ type: 'insert', point, steps: [step] });
        select(step.id, firstEmptyField(step));
      },
      paste: (steps) => insertBehind(steps, 'paste'),
      duplicate: () =>
        insertBehind(
          selectedSteps(latest.current).map(({ step }) => copyOf(step)),
          'duplicate',
        ),
      ...actionsOnSelection(() => selectedSteps(latest.current).map(({ step }) => step), edit, select),
      replace: (next) => dispatch({ type: 'replace', flow: next }),
      say: (text) => dispatch({ type: 'say', text }),
    };
  }, [edit, latest]);
  return [state, actions];
};

const copyOf = (step: Step): Step => ({ ...step, name: `${step.name} copy` });

const actionsOnSelection = (
  selected: () => readonly Step[],
  edit: (edit: FlowEdit) => void,
  select: DesignerActions['select'],
): Pick<DesignerActions, 'wrap' | 'remove' | 'switchOff'> => {
  const onSelected = (make: (ids: readonly string[], steps: readonly Step[]) => FlowEdit) => {
    const steps = selected();
    if (steps.length > 0)
      edit(
        make(
          steps.map(({ id }) => id),
          steps,
        ),
      );
  };
  return {
    remove: () => onSelected((ids) => ({ type: 'delete', ids })),
    switchOff: () =>
      onSelected((ids, steps) => ({
        type: 'disable',
        ids,
        isDisabled: !steps.every(({ disabled }) => disabled === true),
      })),
    wrap: (container, slot) => {
      onSelected((ids) => ({ type: 'wrap', ids, container, slot }));
      select(container.id, firstEmptyField(container));
    },
  };
};
