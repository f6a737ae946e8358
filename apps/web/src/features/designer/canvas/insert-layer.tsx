'use client';
import { memo } from 'react';
import { ViewportPortal } from '@xyflow/react';
import { Plus } from 'lucide-react';
import type { InsertionPoint } from '@throughline/core/flow/edit';
import type { LayoutInsert } from '../layout/geometry.ts';
import { isInArea, useVisibleArea } from './use-visible-area.ts';

interface InsertLayerProps {
  readonly inserts: readonly LayoutInsert[];
  readonly onInsert: (point: InsertionPoint, at: HTMLElement) => void;
}

/** A plus on every line. Keyboard users insert from the outline or with `A`, so these are not in the Tab order. */
export const InsertLayer = memo(({ inserts, onInsert }: InsertLayerProps) => {
  const area = useVisibleArea();
  const visible = inserts.filter((insert) => isInArea(area, insert));
  return (
    <ViewportPortal>
      {visible.map(({ id, x, y, point }) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          aria-label="Insert a step here"
          data-insert={id}
          className="nopan group absolute grid size-6 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full"
          style={{ left: x, top: y, pointerEvents: 'all' }}
          onClick={(event) => onInsert(point, event.currentTarget)}
        >
          <span className="grid size-4 place-items-center rounded-full border border-line-strong bg-raised text-muted transition-transform group-hover:scale-150 group-hover:border-accent group-hover:bg-accent group-hover:text-on-accent">
            <Plus aria-hidden className="size-2.5" />
          </span>
        </button>
      ))}
    </ViewportPortal>
  );
});
