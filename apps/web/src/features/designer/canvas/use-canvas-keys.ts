'use client';
import { useEffect, type RefObject } from 'react';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { triggerNodeId, type FlowLayout } from '../layout/geometry.ts';
import { nearestNode, type Direction } from '../layout/nearest-node.ts';

interface CanvasKeys {
  readonly layout: FlowLayout;
  readonly selectedId: string | null | undefined;
  readonly onSelect: ((id: string) => void) | undefined;
  readonly onOpen: ((id: string) => void) | undefined;
}

/** Arrow keys move to the nearest step; Enter opens the selected one. */
export const useCanvasKeys = (host: RefObject<HTMLDivElement | null>, keys: CanvasKeys): void => {
  const latest = useLatest(keys);
  useEffect(() => {
    const element = host.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const { layout, selectedId, onSelect, onOpen } = latest.current;
      const direction = directions[event.key];
      if (direction !== undefined && !hasModifier(event)) {
        const next = nearestNode(layout, selectedId ?? triggerNodeId, direction);
        event.preventDefault();
        if (next !== undefined) onSelect?.(next);
      } else if (event.key === 'Enter' && typeof selectedId === 'string') {
        onOpen?.(selectedId);
      }
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [host, latest]);
};

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const hasModifier = (event: KeyboardEvent): boolean => event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
