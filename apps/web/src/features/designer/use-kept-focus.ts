'use client';
import { useEffect, useRef } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import { triggerNodeId } from './layout/geometry.ts';

/**
 * Keeps the keyboard focus in the designer: when an edit removes the focused element, or closes the dialog from which
 * it was made, the focus moves to the selected step instead of the page.
 */
export const useKeptFocus = (flow: FlowDocument, selection: string | null): void => {
  const before = useRef(flow);
  useEffect(() => {
    if (before.current === flow) return undefined;
    before.current = flow;
    // First the closing picker returns the focus and the outline renders the new step.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (isLost(document.activeElement)) elementOfStep(selection)?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [flow, selection]);
};

/** The focus is on the page itself, or on an outline row that is no longer selected. */
const isLost = (active: Element | null): boolean =>
  active === null || active === document.body || active.matches('[data-row][aria-selected="false"]');

/** Where a step has the focus: in the outline, or on the canvas. */
export function elementOfStep(selection: string | null): HTMLElement | null {
  const id = CSS.escape(selection ?? triggerNodeId);
  const places = [`[data-row="${id}"]`, `.react-flow__node[data-id="${id}"]`];
  const found = places.map((place) => document.querySelector<HTMLElement>(place));
  // On a narrow screen, the outline is hidden.
  return found.find((element) => element !== null && element.offsetParent !== null) ?? null;
}
