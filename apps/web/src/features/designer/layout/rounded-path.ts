import type { Point } from './geometry.ts';

/** SVG path through points joined by straight lines, with corners rounded by at most `radius`. */
export function roundedPath(points: readonly Point[], radius = 8): string {
  const [start, ...rest] = points.filter((point, index) => index === 0 || !isSame(point, points[index - 1]));
  if (start === undefined) return '';
  let path = `M${start.x} ${start.y}`;
  let before = start;
  for (const [index, corner] of rest.entries()) {
    const next = rest[index + 1];
    if (next === undefined || isStraight(before, corner, next)) {
      path += `L${corner.x} ${corner.y}`;
    } else {
      const reach = Math.min(radius, distance(before, corner) / 2, distance(corner, next) / 2);
      const enter = towards(corner, before, reach);
      const leave = towards(corner, next, reach);
      path += `L${enter.x} ${enter.y}Q${corner.x} ${corner.y} ${leave.x} ${leave.y}`;
    }
    before = corner;
  }
  return path;
}

const isSame = (one: Point, other: Point | undefined) => one.x === other?.x && one.y === other.y;

const isStraight = (one: Point, two: Point, three: Point) =>
  (one.x === two.x && two.x === three.x) || (one.y === two.y && two.y === three.y);

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);

function towards(from: Point, to: Point, reach: number): Point {
  const length = distance(from, to);
  return { x: from.x + ((to.x - from.x) * reach) / length, y: from.y + ((to.y - from.y) * reach) / length };
}
