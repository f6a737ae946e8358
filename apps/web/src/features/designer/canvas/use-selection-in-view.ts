'use client';
import { useEffect, useRef, type RefObject } from 'react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import type { FlowLayout } from '../layout/geometry.ts';
import { boxOfStep } from './box-of-step.ts';
import { viewFor } from './view-for.ts';

/**
 * Brings the selected step into view, and moves the focus to it if the focus is on the canvas. A step that is new on the
 * drawing is shown with everything inside it, such as the ways of a branch.
 */
export const useSelectionInView = (
  layout: FlowLayout,
  selectedId: string | null | undefined,
  host: RefObject<HTMLDivElement | null>,
): void => {
  const { getViewport, setViewport } = useReactFlow();
  const store = useStoreApi();
  const shown = useRef({ selectedId, layout });
  useEffect(() => {
    const before = shown.current;
    shown.current = { selectedId, layout };
    if (before.selectedId === selectedId) return;
    const node = layout.nodes.find(({ id }) => id === selectedId);
    const { width, height } = store.getState();
    if (node === undefined || width === 0) return;
    const isNew = !before.layout.nodes.some(({ id }) => id === node.id);
    const view = getViewport();
    const next = viewFor((isNew ? boxOfStep(layout, node.id) : undefined) ?? node, view, { width, height });
    if (next.x !== view.x || next.y !== view.y || next.zoom !== view.zoom) void setViewport(next, { duration: 120 });
    const active = document.activeElement;
    if (active?.classList.contains('react-flow__node') === true && host.current?.contains(active) === true) {
      host.current.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node.id)}"]`)?.focus();
    }
  }, [layout, selectedId, store, getViewport, setViewport, host]);
};
