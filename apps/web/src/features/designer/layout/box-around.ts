import type { Box, Point } from './geometry.ts';

/** The smallest box around points and boxes, of which there is at least one. */
export function boxAround(parts: readonly (Point | Box)[]): Box {
  const left = Math.min(...parts.map(({ x }) => x));
  const top = Math.min(...parts.map(({ y }) => y));
  const right = Math.max(...parts.map((part) => part.x + ('width' in part ? part.width : 0)));
  const bottom = Math.max(...parts.map((part) => part.y + ('height' in part ? part.height : 0)));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
