/** The scrolled part of a tree, in pixels. */
export interface TreeView {
  readonly top: number;
  readonly height: number;
}

/** An end of a line on the screen: at its row, or pinned to the edge behind which the row is. */
export interface EndPlace {
  readonly y: number;
  readonly isSeen: boolean;
}

/** Distance of a pinned end from the edge of the tree. */
const pinInset = 3;
/** Length of a line whose other end no row shows. */
const stub = 22;

export function endPlace(index: number, rowHeight: number, { top, height }: TreeView): EndPlace {
  const y = index * rowHeight + rowHeight / 2 - top;
  if (y < 0) return { y: pinInset, isSeen: false };
  if (y > height) return { y: height - pinInset, isSeen: false };
  return { y, isSeen: true };
}

interface LineEnds {
  readonly source: EndPlace | undefined;
  readonly target: EndPlace | undefined;
  readonly left: number;
  readonly right: number;
  /** Where the functions of the target row begin; the line ends there. */
  readonly nodeAt: number | undefined;
}

/** The path of a line, or undefined if neither end is on the screen. */
export function linePath({ source, target, left, right, nodeAt }: LineEnds): string | undefined {
  if (source?.isSeen !== true && target?.isSeen !== true) return undefined;
  if (source === undefined) return target && `M${right - stub} ${round(target.y)}H${right}`;
  if (target === undefined) return `M${left} ${round(source.y)}H${left + stub}`;
  const end = nodeAt !== undefined && target.isSeen ? nodeAt : right;
  return curve(left, source.y, end, target.y) + (end === right ? '' : `H${right}`);
}

/** A curve that leaves and arrives horizontally. */
function curve(fromX: number, fromY: number, toX: number, toY: number): string {
  const bend = Math.max(16, Math.abs(toX - fromX) * 0.45);
  return `M${round(fromX)} ${round(fromY)}C${round(fromX + bend)} ${round(fromY)} ${round(toX - bend)} ${round(toY)} ${round(toX)} ${round(toY)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
