'use client';
import { Panel, useReactFlow } from '@xyflow/react';
import { Maximize2, Minus, Plus } from 'lucide-react';
import { Button } from '#ui/button.tsx';

/** Zoom and fit. */
export const CanvasControls = () => {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
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
          onClick={() => void fitView({ duration, padding: 0.12, maxZoom: 1 })}
        />
      </div>
    </Panel>
  );
};
