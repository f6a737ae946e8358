import { kindOf, type Step } from '@throughline/core/flow/step';
import { nodeHeight, nodeWidth, type Block, type Drawing } from './geometry.ts';

/** Draws a step's own box, centred on the axis. */
export function placeNode(step: Step, axis: number, top: number, drawing: Drawing, hiddenSteps?: number): void {
  drawing.nodes.push({
    id: step.id,
    type: 'step',
    step,
    x: axis - nodeWidth / 2,
    y: top,
    width: nodeWidth,
    height: nodeHeight,
    ...(hiddenSteps === undefined ? {} : { hiddenSteps }),
  });
}

/** A step drawn as one box, with nothing inside. */
export function nodeBlock(step: Step, hiddenSteps?: number): Block {
  return {
    left: nodeWidth / 2,
    right: nodeWidth / 2,
    height: nodeHeight,
    isTerminal: kindOf(step).control.ends === true,
    place: (axis, top, drawing) => placeNode(step, axis, top, drawing, hiddenSteps),
  };
}
