'use client';
import { useEffect, useRef } from 'react';
import type { FlowDocument } from '@throughline/core/flow';
import { triggerNodeId } from './layout/geometry.ts';

/**
 * Keeps the keyboard in the designer: when an edit removes what had the focus, or closes what it was made with, the
 * focus goes to the step that is selected now instead of falling to the page.
 */
export const useKeptFocus = (flow: FlowDocument, selection: string | null): void => {
  const before = useRef(flow);
  useEffect(() => {
    if (before.current === flow) return undefined;
    before.current = flow;
    // The picker that closes gives the focus back first, and the outline draws the new step.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (isLost(document.activeElement)) elementOf(selection)?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [flow, selection]);
};

/** The focus is on the page itself, or on a line of the outline that is no longer the selected one. */
const isLost = (active: Element | null): boolean =>
  active === null || active === document.body || active.matches('[data-row][aria-selected="false"]');

function elementOf(selection: string | null): HTMLElement | null {
  const id = CSS.escape(selection ?? triggerNodeId);
  const places = [`[data-row="${id}"]`, `.react-flow__node[data-id="${id}"]`];
  const found = places.map((place) => document.querySelector<HTMLElement>(place));
  // On a narrow screen the outline is hidden.
  return found.find((element) => element !== null && element.offsetParent !== null) ?? null;
}
