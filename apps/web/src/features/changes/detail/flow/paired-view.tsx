'use client';
import { useEffect } from 'react';
import { useReactFlow, useStore, useStoreApi, type ReactFlowState } from '@xyflow/react';
import { useDrawnLayout } from '#features/designer/canvas/drawn-layout.ts';
import type { PairedViews, SideName } from './paired-views.ts';

interface PairedViewProps {
  readonly pair: PairedViews;
  readonly side: SideName;
}

/** Inside a drawing: makes it one of a pair that moves together. */
export const PairedView = ({ pair, side }: PairedViewProps) => {
  const { setViewport } = useReactFlow();
  const { nodes } = useDrawnLayout();
  const store = useStoreApi();
  useEffect(
    () =>
      pair.join(side, {
        drawing: () => {
          const { width, height } = store.getState();
          return { width, height, steps: nodes.map(({ id, x, y }) => ({ id, x, y })) };
        },
        show: (view) => void setViewport(view),
      }),
    [pair, side, store, nodes, setViewport],
  );
  // The callbacks for movements leave out the first turn of a wheel.
  const [x, y, zoom] = useStore(transformOf);
  useEffect(() => pair.moved(side, { x, y, zoom }), [pair, side, x, y, zoom]);
  return null;
};

const transformOf = ({ transform }: ReactFlowState) => transform;
