'use client';
import type { RefObject } from 'react';
import { Ban } from 'lucide-react';
import type { PickingState } from './picking-state.ts';

interface DragLabelProps {
  readonly state: PickingState;
  readonly refusal: string | undefined;
  /** Moved by the drag itself. */
  readonly label: RefObject<HTMLDivElement | null>;
}

/** The dragged field, next to the pointer. */
export const DragLabel = ({ state: { held }, refusal, label }: DragLabelProps) => {
  if (held?.by !== 'drag') return null;
  return (
    <div
      ref={label}
      aria-hidden
      className="pointer-events-none fixed top-0 left-0 z-50 flex max-w-72 flex-col gap-0.5 rounded-md border border-line-strong bg-raised px-2 py-1 shadow-float"
    >
      <span className="truncate font-mono text-code">{held.id}</span>
      {refusal !== undefined && (
        <span className="flex items-start gap-1 text-small text-failed">
          <Ban className="mt-0.5 size-3.5 shrink-0" />
          {refusal}
        </span>
      )}
    </div>
  );
};
