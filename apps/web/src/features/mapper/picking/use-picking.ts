'use client';
import { useMemo, useReducer } from 'react';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { pickingActions } from './picking-actions.ts';
import { pickingState, startPicking } from './picking-state.ts';
import type { Picking, PickingOptions } from './picking.ts';

/**
 * Draws and removes lines. Each of these gestures is one edit of the document. The functions keep their identity while
 * the text is typed, so that the panes need not be rendered again.
 */
export const usePicking = (options: PickingOptions): Picking => {
  const [state, dispatch] = useReducer(pickingState, startPicking);
  const latest = useLatest({ ...options, state });
  const actions = useMemo(() => pickingActions(latest, dispatch), [latest]);
  return useMemo(() => ({ state, ...actions }), [state, actions]);
};
