'use client';
import { useMemo } from 'react';
import { useStore, type ReactFlowState } from '@xyflow/react';
import type { Box } from '../layout/geometry.ts';

/** The area changes in increments of this many pixels of the flow, so that panning rarely causes a redraw. */
const stepSize = 400;

/** The visible part of the flow and a margin around it, in flow coordinates. */
export const useVisibleArea = (): Box => {
  const key = useStore(areaKey);
  return useMemo(() => {
    const [x = 0, y = 0, width = 0, height = 0] = key.split(' ').map(Number);
    return { x, y, width, height };
  }, [key]);
};

/** Returns a text, because the store compares the results of selectors by identity. */
const areaKey = ({ transform: [x, y, zoom], width, height }: ReactFlowState): string => {
  const left = (Math.floor(-x / zoom / stepSize) - 1) * stepSize;
  const top = (Math.floor(-y / zoom / stepSize) - 1) * stepSize;
  const across = (Math.ceil(width / zoom / stepSize) + 3) * stepSize;
  const down = (Math.ceil(height / zoom / stepSize) + 3) * stepSize;
  return `${left} ${top} ${across} ${down}`;
};

export const isInArea = (area: Box, box: Partial<Box> & { readonly x: number; readonly y: number }): boolean =>
  box.x + (box.width ?? 0) >= area.x &&
  box.x <= area.x + area.width &&
  box.y + (box.height ?? 0) >= area.y &&
  box.y <= area.y + area.height;
