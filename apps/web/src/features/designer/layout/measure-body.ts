import { kindOf, onErrorSlot, type Step } from '@throughline/core/flow/step';
import { idsWithin, type BodyAddress } from '@throughline/core/flow/walk';
import { withErrorLane } from './error-lane.ts';
import { frameBlock } from './frame-block.ts';
import { stepGap, type Block } from './geometry.ts';
import { measureColumns } from './measure-columns.ts';
import { nodeBlock } from './place-node.ts';

/** A vertical list of steps, with a line and an insert point before, between and after them. */
export function measureBody(steps: readonly Step[], address: BodyAddress, collapsed: ReadonlySet<string>): Block {
  const blocks = steps.map((step) => measureStep(step, collapsed));
  const isTerminal = blocks.at(-1)?.isTerminal === true;
  const gaps = blocks.length + (isTerminal ? 0 : 1);
  return {
    left: Math.max(0, ...blocks.map((block) => block.left)),
    right: Math.max(0, ...blocks.map((block) => block.right)),
    height: blocks.reduce((sum, block) => sum + block.height, gaps * stepGap),
    isTerminal,
    place(axis, top, drawing) {
      const owner = address.in === 'flow' ? '' : `${address.stepId}/${address.slot}`;
      let y = top;
      for (let index = 0; index < gaps; index += 1) {
        const id = `${owner}/${index}`;
        drawing.lines.push({
          id,
          tone: 'flow',
          points: [
            { x: axis, y },
            { x: axis, y: y + stepGap },
          ],
        });
        drawing.inserts.push({ id, x: axis, y: y + stepGap / 2, point: { address, index } });
        y += stepGap;
        const block = blocks[index];
        block?.place(axis, y, drawing);
        y += block?.height ?? 0;
      }
    },
  };
}

/** One step with everything drawn inside it and its error lane. */
function measureStep(step: Step, collapsed: ReadonlySet<string>): Block {
  if (collapsed.has(step.id)) return nodeBlock(step, idsWithin(step).length - 1);
  const block = measureInside(step, collapsed);
  const onError = step.bodies?.[onErrorSlot];
  if (onError === undefined || onError.length === 0) return block;
  return withErrorLane(
    step.id,
    block,
    measureBody(onError, { in: 'step', stepId: step.id, slot: onErrorSlot }, collapsed),
  );
}

function measureInside(step: Step, collapsed: ReadonlySet<string>): Block {
  const slots = kindOf(step).slots(step.config);
  const columns = slots.map(({ slot, title }) => ({
    title,
    slot,
    body: measureBody(step.bodies?.[slot] ?? [], { in: 'step', stepId: step.id, slot }, collapsed),
  }));
  const [first] = columns;
  if (first === undefined) return nodeBlock(step);
  return kindOf(step).control.runs === 'body-per-item' ? frameBlock(step, first.body) : measureColumns(step, columns);
}
