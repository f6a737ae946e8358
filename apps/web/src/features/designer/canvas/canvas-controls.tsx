'use client';
import { getViewportForBounds, Panel, useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { Maximize2, Minus, Plus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { boxAround } from '../layout/box-around.ts';
import type { FlowLayout } from '../layout/geometry.ts';
import { useDrawnLayout } from './drawn-layout.ts';

interface Room {
  readonly width: number;
  readonly height: number;
  readonly minZoom: number;
}

/** Shows everything, with a margin around it. */
const wholeView = ({ nodes }: FlowLayout, { width, height, minZoom }: Room): Viewport =>
  getViewportForBounds(boxAround(nodes), width, height, minZoom, 1, 0.12);

/** Zoom and fit. */
export const CanvasControls = () => {
  const { zoomIn, zoomOut, setViewport } = useReactFlow();
  const store = useStoreApi();
  const layout = useDrawnLayout();
  const duration = 120;
  return (
    <Panel position="bottom-left">
      <div role="toolbar" aria-label="View" className="flex rounded-md border border-line bg-raised">
        <Button
          variant="ghost"
          size="icon"
          aria-label="Zoom out"
          icon={<Minus aria-hidden />}
          onClick={() => void zoomOut({ duration })}
        />
        <Button
          variant="ghost"
          size="icon"
          aria-label="Zoom in"
          icon={<Plus aria-hidden />}
          onClick={() => void zoomIn({ duration })}
        />
        <Button
          variant="ghost"
          size="icon"
          aria-label="Fit the whole flow"
          icon={<Maximize2 aria-hidden />}
          onClick={() => void setViewport(wholeView(layout, store.getState()), { duration })}
        />
      </div>
    </Panel>
  );
};
