'use client';
import { useEffect } from 'react';
import { useOnViewportChange, useReactFlow, useStoreApi } from '@xyflow/react';
import type { PairedViews, SideName } from './paired-views.ts';

interface PairedViewProps {
  readonly pair: PairedViews;
  readonly side: SideName;
}

/** Inside a drawing: makes it one of a pair that moves together. */
export const PairedView = ({ pair, side }: PairedViewProps) => {
  const { getNodes, setViewport } = useReactFlow();
  const store = useStoreApi();
  useEffect(
    () =>
      pair.join(side, {
        drawing: () => {
          const { width, height } = store.getState();
          return { width, height, steps: getNodes().map(({ id, position }) => ({ id, ...position })) };
        },
        show: (view) => void setViewport(view),
      }),
    [pair, side, store, getNodes, setViewport],
  );
  useOnViewportChange({ onChange: (view) => pair.moved(side, view) });
  return null;
};
