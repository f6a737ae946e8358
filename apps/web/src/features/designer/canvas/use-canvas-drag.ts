'use client';
import { useEffect, type RefObject } from 'react';
import { useReactFlow } from '@xyflow/react';
import { ignoreNextClick } from '#ui/ignore-next-click.ts';
import { useLatest } from '#features/jsonata/use-latest.ts';
import type { FlowLayout, LayoutInsert, Point } from '../layout/geometry.ts';
import type { Placed } from '../placing/placed.ts';
import type { Placing } from '../placing/use-placing.ts';

interface CanvasDrag {
  readonly layout: FlowLayout;
  readonly placing: Placing | undefined;
  /** What a drag from an element of the canvas moves; undefined if it moves nothing. */
  readonly placedFrom: (element: Element) => Placed | undefined;
  /** Follows the pointer. */
  readonly label: RefObject<HTMLElement | null>;
}

/** A shorter movement is a click. */
const thresholdPx = 6;
/** How far from a place the pointer may be, in pixels of the flow. */
const reach = { across: 150, down: 64 };
const edgePx = 48;
const panPx = 14;

/** Drags steps and new ones by mouse. At the edges the canvas moves along. */
export const useCanvasDrag = (host: RefObject<HTMLElement | null>, drag: CanvasDrag): void => {
  const latest = useLatest(drag);
  const { screenToFlowPosition, getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    const element = host.current;
    let pressed: { readonly placed: Placed; readonly from: Point } | undefined;
    let pointer: Point = { x: 0, y: 0 };
    let frame = 0;
    const isDragging = () => latest.current.placing?.underway?.by === 'mouse';
    const aim = () => {
      const { layout, placing, label } = latest.current;
      if (label.current !== null) label.current.style.transform = `translate(${pointer.x + 14}px, ${pointer.y + 14}px)`;
      placing?.aimAt(nearestPlace(layout, screenToFlowPosition(pointer)));
    };
    const panAtEdge = () => {
      const box = element?.getBoundingClientRect();
      if (box === undefined || !isDragging()) return;
      const dx = edgePull(pointer.x, box.left, box.right);
      const dy = edgePull(pointer.y, box.top, box.bottom);
      if (dx !== 0 || dy !== 0) {
        const { x, y, zoom } = getViewport();
        void setViewport({ x: x + dx, y: y + dy, zoom });
        aim();
      }
      frame = requestAnimationFrame(panAtEdge);
    };
    const onDown = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      const placed = event.button === 0 && target ? latest.current.placedFrom(target) : undefined;
      if (placed === undefined || latest.current.placing === undefined) return;
      // Otherwise, React Flow would move the whole drawing.
      event.stopPropagation();
      pressed = { placed, from: { x: event.clientX, y: event.clientY } };
    };
    const onMove = (event: MouseEvent) => {
      pointer = { x: event.clientX, y: event.clientY };
      if (pressed !== undefined && Math.hypot(pointer.x - pressed.from.x, pointer.y - pressed.from.y) > thresholdPx) {
        latest.current.placing?.start(pressed.placed, 'mouse');
        pressed = undefined;
        frame = requestAnimationFrame(panAtEdge);
      }
      if (isDragging()) aim();
    };
    const onUp = () => {
      pressed = undefined;
      cancelAnimationFrame(frame);
      if (!isDragging()) return;
      latest.current.placing?.drop();
      ignoreNextClick();
    };
    element?.addEventListener('mousedown', onDown, { capture: true });
    window.addEventListener('mousemove', onMove);
    window.addEventListener('mouseup', onUp);
    return () => {
      cancelAnimationFrame(frame);
      element?.removeEventListener('mousedown', onDown, { capture: true });
      window.removeEventListener('mousemove', onMove);
      window.removeEventListener('mouseup', onUp);
    };
  }, [host, latest, screenToFlowPosition, getViewport, setViewport]);
};

function nearestPlace({ inserts }: FlowLayout, { x, y }: Point): LayoutInsert | undefined {
  let best: { readonly insert: LayoutInsert; readonly cost: number } | undefined;
  for (const insert of inserts) {
    const [across, down] = [Math.abs(insert.x - x), Math.abs(insert.y - y)];
    if (across > reach.across || down > reach.down) continue;
    const cost = across / 2 + down;
    if (best === undefined || cost < best.cost) best = { insert, cost };
  }
  return best?.insert;
}

/** How far to move the drawing when the pointer is close to one of the edges. */
function edgePull(at: number, from: number, to: number): number {
  if (at < from + edgePx && at > from - edgePx) return panPx;
  return at > to - edgePx && at < to + edgePx ? -panPx : 0;
}
