import type { FlowLayout, LayoutNode } from './geometry.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The node to which an arrow key moves from `id`: the nearest one in that direction, preferably straight ahead. */
export function nearestNode(layout: Pick<FlowLayout, 'nodes'>, id: string, direction: Direction): string | undefined {
  const from = layout.nodes.find((node) => node.id === id);
  if (from === undefined) return layout.nodes[0]?.id;
  let best: { id: string; cost: number } | undefined;
  for (const node of layout.nodes) {
    const { ahead, aside } = offset(from, node, direction);
    if (node === from || node.type === 'end' || ahead <= 0 || (isSideways(direction) && aside > ahead * 2)) continue;
    const cost = ahead + aside * 2;
    if (best === undefined || cost < best.cost) best = { id: node.id, cost };
  }
  return best?.id;
}

const isSideways = (direction: Direction) => direction === 'left' || direction === 'right';

function offset(from: LayoutNode, to: LayoutNode, direction: Direction): { ahead: number; aside: number } {
  const dx = to.x + to.width / 2 - (from.x + from.width / 2);
  const dy = to.y + to.height / 2 - (from.y + from.height / 2);
  switch (direction) {
    case 'up':
      return { ahead: -dy, aside: Math.abs(dx) };
    case 'down':
      return { ahead: dy, aside: Math.abs(dx) };
    case 'left':
      return { ahead: -dx, aside: Math.abs(dy) };
    case 'right':
      return { ahead: dx, aside: Math.abs(dy) };
  }
}
