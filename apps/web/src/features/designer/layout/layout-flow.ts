import type { FlowDocument } from '@throughline/core/flow';
import { measureBody } from './measure-body.ts';
import { endNodeId, nodeHeight, nodeWidth, triggerNodeId, type Drawing, type FlowLayout } from './geometry.ts';

const endSize = 28;

/**
 * Computes the layout of a flow from its structure alone: the same document always gives the same drawing. Steps go
 * downwards, branches and parallel bodies are side by side, a for-each is a frame, and an `onError` body is a lane on
 * the right. `collapsed` contains the ids of containers that are drawn as one node. Linear in the number of steps.
 */
export function layoutFlow(flow: Pick<FlowDocument, 'body'>, collapsed: ReadonlySet<string> = new Set()): FlowLayout {
  const drawing: Drawing = { nodes: [], frames: [], lines: [], labels: [], inserts: [] };
  const body = measureBody(flow.body, { in: 'flow' }, collapsed);
  const left = Math.max(body.left, nodeWidth / 2);
  const right = Math.max(body.right, nodeWidth / 2);
  drawing.nodes.push({
    id: triggerNodeId,
    type: 'trigger',
    x: left - nodeWidth / 2,
    y: 0,
    width: nodeWidth,
    height: nodeHeight,
  });
  body.place(left, nodeHeight, drawing);
  const end = nodeHeight + body.height;
  if (body.isTerminal) return { ...drawing, width: left + right, height: end };
  drawing.nodes.push({ id: endNodeId, type: 'end', x: left - endSize / 2, y: end, width: endSize, height: endSize });
  return { ...drawing, width: left + right, height: end + endSize };
}
