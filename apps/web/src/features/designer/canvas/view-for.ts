import type { Box } from '../layout/geometry.ts';
import { shift, viewMargin } from './shift.ts';

interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

const smallestZoom = 0.3;

/**
 * The view in which a box can be seen: the same one if it already can, otherwise moved as little as possible, and made
 * smaller if the box has no room in it.
 */
export function viewFor(box: Box, view: View, room: { readonly width: number; readonly height: number }): View {
  const fit = Math.min((room.width - 2 * viewMargin) / box.width, (room.height - 2 * viewMargin) / box.height);
  const zoom = Math.max(smallestZoom, Math.min(view.zoom, fit));
  // The middle of the box stays where it is while the drawing shrinks.
  const x = view.x + (box.x + box.width / 2) * (view.zoom - zoom);
  const y = view.y + (box.y + box.height / 2) * (view.zoom - zoom);
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  return {
    x: x + shift(left, left + box.width * zoom, room.width),
    y: y + shift(top, top + box.height * zoom, room.height),
    zoom,
  };
}
