export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** A step in a drawing, in its coordinates. */
export interface DrawnStep {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface DrawingSide {
  readonly steps: readonly DrawnStep[];
  /** Size of its place on the screen. */
  readonly width: number;
  readonly height: number;
}

/**
 * The view of the other drawing that shows the same place. Steps that are in both drawings are next to each other; between
 * two of them, the other drawing moves in proportion, so that it neither jumps nor stands still at steps that only
 * one of them has.
 */
export const alignedView = (view: View, own: DrawingSide, other: DrawingSide): View => {
  const { zoom } = view;
  const centre = { x: (own.width / 2 - view.x) / zoom, y: (own.height / 2 - view.y) / zoom };
  const place = counterpart(centre, commonSteps(centre.x, own.steps, other.steps));
  return { x: other.width / 2 - place.x * zoom, y: other.height / 2 - place.y * zoom, zoom };
};

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Common {
  readonly from: Point;
  readonly to: Point;
}

/** One per row, the nearest one; and only steps that follow each other in both drawings, because others were moved. */
const commonSteps = (x: number, own: readonly DrawnStep[], other: readonly DrawnStep[]): readonly Common[] => {
  const twins = new Map(other.map((step) => [step.id, step]));
  const common = own
    .flatMap((from): Common[] => {
      const to = twins.get(from.id);
      return to === undefined ? [] : [{ from, to }];
    })
    .toSorted((a, b) => a.from.y - b.from.y || Math.abs(a.from.x - x) - Math.abs(b.from.x - x));
  const kept: Common[] = [];
  for (const each of common) {
    const last = kept.at(-1);
    if (last === undefined || (each.from.y > last.from.y && each.to.y > last.to.y)) kept.push(each);
  }
  return kept;
};

const counterpart = (point: Point, common: readonly Common[]): Point => {
  const below = common.find(({ from }) => from.y > point.y);
  const above = common.findLast(({ from }) => from.y <= point.y);
  const nearest = above ?? below;
  if (nearest === undefined) return point;
  if (above === undefined || below === undefined) {
    return { x: point.x + nearest.to.x - nearest.from.x, y: point.y + nearest.to.y - nearest.from.y };
  }
  const part = (point.y - above.from.y) / (below.from.y - above.from.y);
  const between = (one: number, two: number): number => one + (two - one) * part;
  return {
    x: point.x + between(above.to.x - above.from.x, below.to.x - below.from.x),
    y: between(above.to.y, below.to.y),
  };
};
