'use client';
import { createContext, useContext } from 'react';
import type { FlowLayout } from '../layout/geometry.ts';

/** The whole drawing. Of a long flow, only the steps in view are nodes of the canvas. */
export const DrawnLayoutContext = createContext<FlowLayout | undefined>(undefined);

export const useDrawnLayout = (): FlowLayout => {
  const layout = useContext(DrawnLayoutContext);
  if (layout === undefined) throw new Error('useDrawnLayout needs a DrawnLayoutContext above it');
  return layout;
};
