'use client';
import type { KeyboardEvent, PointerEvent } from 'react';
import { largestShare, smallestShare, type Split } from './use-split.ts';

const keyStep = 4;

/** Moves the border between the upper and the lower part, by pointer and by keyboard. */
export const SplitHandle = ({ split, label }: { readonly split: Split; readonly label: string }) => {
  const { share, isCollapsed, setShare, setCollapsed } = split;
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const { parentElement } = event.currentTarget;
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || parentElement === null) return;
    const { top, height } = parentElement.getBoundingClientRect();
    setCollapsed(false);
    setShare(((event.clientY - top) / height) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowUp: share - keyStep, ArrowDown: share + keyStep, Home: smallestShare, End: largestShare }[
      event.key
    ];
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next === undefined) setCollapsed(!isCollapsed);
    else {
      setCollapsed(false);
      setShare(next);
    }
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuenow={isCollapsed ? 100 : share}
      aria-valuemin={smallestShare}
      aria-valuemax={100}
      title="Drag, or use the arrow keys. Enter collapses and expands the lower part."
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onDoubleClick={() => setCollapsed(!isCollapsed)}
      onKeyDown={onKeyDown}
      className="relative z-10 col-span-full h-px cursor-row-resize touch-none bg-line before:absolute before:inset-x-0 before:-top-1 before:h-2 hover:bg-accent focus-visible:bg-accent max-lg:hidden"
    />
  );
};
