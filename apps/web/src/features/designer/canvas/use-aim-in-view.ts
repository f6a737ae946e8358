'use client';
import { useEffect } from 'react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import type { Underway } from '../placing/use-placing.ts';
import { shift } from './shift.ts';

/** Scrolls to the place that the arrow keys aim at. */
export const useAimInView = (underway: Underway | undefined): void => {
  const { getViewport, setViewport } = useReactFlow();
  const store = useStoreApi();
  const aim = underway?.by === 'keys' ? underway.aim : undefined;
  useEffect(() => {
    const { width, height } = store.getState();
    if (aim === undefined || width === 0) return;
    const { x, y, zoom } = getViewport();
    const [left, top] = [aim.x * zoom + x, aim.y * zoom + y];
    const dx = shift(left - aimMargin, left + aimMargin, width);
    const dy = shift(top - aimMargin, top + aimMargin, height);
    if (dx !== 0 || dy !== 0) void setViewport({ x: x + dx, y: y + dy, zoom }, { duration: 120 });
  }, [aim, store, getViewport, setViewport]);
};

const aimMargin = 60;
