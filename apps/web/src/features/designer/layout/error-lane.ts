import { columnGap, framePadding, labelHeight, nodeHeight, nodeWidth, type Block, type Drawing } from './geometry.ts';

/** Space below the step where the lane's line joins the flow again. */
const rejoinHeight = 16;

/** Puts a lane with the `onError` body to the right of a step's block. The lane joins the flow below the step. */
export function withErrorLane(stepId: string, block: Block, body: Block): Block {
  const laneLeft = Math.max(body.left, nodeWidth / 2) + framePadding;
  const laneRight = Math.max(body.right, nodeWidth / 2) + framePadding;
  const frameTop = nodeHeight / 2 + framePadding;
  const laneHeight = labelHeight + body.height + (body.isTerminal ? framePadding : 0);
  const offset = block.right + columnGap + laneLeft;
  const inner = Math.max(block.height, frameTop + laneHeight);
  const height = inner + (body.isTerminal ? 0 : rejoinHeight);
  return {
    left: block.left,
    right: offset + laneRight,
    height,
    isTerminal: block.isTerminal && body.isTerminal,
    place(axis, top, drawing) {
      block.place(axis, top, drawing);
      const lane = { axis: axis + offset, top: top + frameTop };
      drawing.frames.push({
        id: `${stepId}/onError`,
        type: 'error',
        x: lane.axis - laneLeft,
        y: lane.top,
        width: laneLeft + laneRight,
        height: laneHeight,
      });
      drawing.labels.push({ id: `${stepId}/onError`, tone: 'error', text: 'On error', x: lane.axis, y: lane.top });
      body.place(lane.axis, lane.top + labelHeight, drawing);
      placeLines(stepId, { axis, lane: lane.axis, top, laneTop: lane.top }, drawing);
      if (!block.isTerminal && height > block.height) {
        line(`${stepId}/pass`, 'flow', [axis, top + block.height], [axis, top + height])(drawing);
      }
      if (body.isTerminal) return;
      const turn = top + inner + rejoinHeight / 2;
      line(
        `${stepId}/rejoin`,
        'error',
        [lane.axis, lane.top + laneHeight],
        [lane.axis, turn],
        [axis, turn],
        [axis, top + height],
      )(drawing);
    },
  };
}

interface LaneEntry {
  readonly axis: number;
  readonly lane: number;
  readonly top: number;
  readonly laneTop: number;
}

function placeLines(stepId: string, { axis, lane, top, laneTop }: LaneEntry, drawing: Drawing): void {
  const middle = top + nodeHeight / 2;
  line(`${stepId}/error`, 'error', [axis + nodeWidth / 2, middle], [lane, middle], [lane, laneTop])(drawing);
}

const line =
  (id: string, tone: 'flow' | 'error', ...points: (readonly [number, number])[]) =>
  (drawing: Drawing): void => {
    drawing.lines.push({ id, tone, points: points.map(([x, y]) => ({ x, y })) });
  };
