import type { Step } from '@throughline/core/flow/step';
import { framePadding, nodeHeight, nodeWidth, type Block } from './geometry.ts';
import { placeNode } from './place-node.ts';

/** The step's box is on the upper edge of a frame that contains its body. */
export function frameBlock(step: Step, body: Block): Block {
  const left = Math.max(body.left, nodeWidth / 2) + framePadding;
  const right = Math.max(body.right, nodeWidth / 2) + framePadding;
  const height = nodeHeight + body.height + framePadding;
  return {
    left,
    right,
    height,
    isTerminal: false,
    place(axis, top, drawing) {
      drawing.frames.push({
        id: `${step.id}/each`,
        type: 'each',
        x: axis - left,
        y: top + nodeHeight / 2,
        width: left + right,
        height: height - nodeHeight / 2,
      });
      placeNode(step, axis, top, drawing);
      body.place(axis, top + nodeHeight, drawing);
    },
  };
}
