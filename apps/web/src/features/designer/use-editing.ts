'use client';
import { useCallback, useState } from 'react';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import { useToaster } from '#ui/toast.tsx';
import { useDesignerData } from './designer-data.ts';
import { proposeStep } from './find/propose-step.ts';
import type { StepOffer } from './find/step-offer.ts';
import { triggerNodeId, type FlowLayout } from './layout/geometry.ts';
import { usePlacing, type Placing } from './placing/use-placing.ts';
import { usePlacingKeys } from './placing/use-placing-keys.ts';
import { pointInside, pointBehind, type DesignerState } from './state/designer-state.ts';
import { selectedSteps } from './state/selected-steps.ts';
import type { DesignerActions } from './use-designer.ts';
import { useDesignerKeys } from './use-designer-keys.ts';
import { elementOfStep, useKeptFocus } from './use-kept-focus.ts';

export interface Editing {
  /** Where the step picker is open. */
  readonly pickerAt: HTMLElement | undefined;
  readonly openPicker: (point: InsertionPoint, at: HTMLElement) => void;
  readonly closePicker: () => void;
  readonly pick: (offer: StepOffer) => void;
  /** Opens the picker for a step behind the selected one. */
  readonly startAdding: () => void;
  /** Adds a step behind the selected one. */
  readonly add: (offer: StepOffer) => void;
  /** Moves the selected steps with the arrow keys. */
  readonly startMoving: () => void;
  readonly placing: Placing;
}

/** The gestures by which a flow is drawn: adding, moving and the keys. */
export const useEditing = (
  state: DesignerState,
  actions: DesignerActions,
  layout: FlowLayout,
  isReadOnly: boolean,
): Editing => {
  const data = useDesignerData();
  const toaster = useToaster();
  const { selection, history } = state;
  const flow = history.present;
  const [picker, setPicker] = useState<{ readonly point: InsertionPoint; readonly at: HTMLElement }>();
  const openPicker = useCallback(
    (point: InsertionPoint, at: HTMLElement) => {
      actions.forgetField();
      setPicker({ point, at });
    },
    [actions],
  );
  const placing = usePlacing(flow, layout, actions);
  const addAt = (point: InsertionPoint, offer: StepOffer) => actions.add(point, proposeStep(flow, point, offer, data));
  const startMoving = () => {
    const ids = selectedSteps(state).map(({ step }) => step.id);
    actions.forgetField();
    if (ids.length > 0) placing.start({ what: 'steps', ids }, 'keys');
  };
  const startAdding = () => openPicker(pointBehind(state), selectedElement(selection));
  const startAddingInside = () => {
    const point = pointInside(state);
    if (point === undefined) actions.say('Nothing can be put inside this step.');
    else openPicker(point, selectedElement(selection));
  };
  useKeptFocus(flow, selection);
  usePlacingKeys(placing);
  useDesignerKeys({
    ...actions,
    isReadOnly,
    selected: () => selectedSteps(state).map(({ step }) => step),
    refuse: (sentence) => {
      toaster.failed('Nothing was pasted', sentence);
      actions.say(sentence);
    },
    move: startMoving,
    leaveForm: () => elementOfStep(selection)?.focus(),
    add: startAdding,
    addInside: startAddingInside,
  });
  return {
    pickerAt: picker?.at,
    openPicker,
    closePicker: () => setPicker(undefined),
    pick: (offer) => {
      if (picker !== undefined) addAt(picker.point, offer);
      setPicker(undefined);
    },
    startAdding,
    add: (offer) => addAt(pointBehind(state), offer),
    startMoving,
    placing,
  };
};

/** Where the step picker opens when a key is pressed: at the selected line of the outline, or the selected node. */
const selectedElement = (selection: string | null): HTMLElement => {
  const id = CSS.escape(selection ?? triggerNodeId);
  return (
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`) ??
    document.querySelector<HTMLElement>(`[data-row="${id}"]`) ??
    document.body
  );
};
