import type { Step } from '@throughline/core/flow/step';
import { columnGap, forkHeight, labelHeight, nodeHeight, nodeWidth, type Block, type Drawing } from './geometry.ts';
import { placeNode } from './place-node.ts';

interface Column {
  readonly slot: string;
  readonly title: string;
  readonly body: Block;
}

/** A branch or parallel step: its bodies side by side between a fork and a join. */
export function measureColumns(step: Step, columns: readonly Column[]): Block {
  const { axes, width } = placeColumns(columns);
  const middle = ((axes[0] ?? 0) + (axes.at(-1) ?? 0)) / 2;
  const bodyTop = nodeHeight + forkHeight + labelHeight;
  const bodyHeight = Math.max(...columns.map(({ body }) => body.height));
  const isTerminal = columns.every(({ body }) => body.isTerminal);
  return {
    left: Math.max(middle, nodeWidth / 2),
    right: Math.max(width - middle, nodeWidth / 2),
    height: bodyTop + bodyHeight + (isTerminal ? 0 : forkHeight),
    isTerminal,
    place(axis, top, drawing) {
      placeNode(step, axis, top, drawing);
      for (const [index, { slot, title, body }] of columns.entries()) {
        const x = axis - middle + (axes[index] ?? 0);
        const id = `${step.id}/${slot}`;
        placeFork(id, { axis, x, top: top + nodeHeight }, drawing);
        drawing.labels.push({ id, tone: 'flow', text: title, x, y: top + nodeHeight + forkHeight });
        body.place(x, top + bodyTop, drawing);
        if (!body.isTerminal) {
          const join = { axis, x, from: top + bodyTop + body.height, to: top + bodyTop + bodyHeight + forkHeight };
          placeJoin(id, join, drawing);
        }
      }
    },
  };
}

/** A column is at least as wide as its label. Its axis is that of its body. */
function placeColumns(columns: readonly Column[]): { axes: number[]; width: number } {
  const axes: number[] = [];
  let x = 0;
  for (const { body } of columns) {
    const left = Math.max(body.left, nodeWidth / 2);
    axes.push(x + left);
    x += left + Math.max(body.right, nodeWidth / 2) + columnGap;
  }
  return { axes, width: x - columnGap };
}

interface Fork {
  readonly axis: number;
  readonly x: number;
  readonly top: number;
}

function placeFork(id: string, { axis, x, top }: Fork, drawing: Drawing): void {
  const turn = top + forkHeight / 2;
  drawing.lines.push({
    id: `${id}/fork`,
    tone: 'flow',
    points: [
      { x: axis, y: top },
      { x: axis, y: turn },
      { x, y: turn },
      { x, y: top + forkHeight },
    ],
  });
}

interface Join {
  readonly axis: number;
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

function placeJoin(id: string, { axis, x, from, to }: Join, drawing: Drawing): void {
  const turn = to - forkHeight / 2;
  drawing.lines.push({
    id: `${id}/join`,
    tone: 'flow',
    points: [
      { x, y: from },
      { x, y: turn },
      { x: axis, y: turn },
      { x: axis, y: to },
    ],
  });
}
