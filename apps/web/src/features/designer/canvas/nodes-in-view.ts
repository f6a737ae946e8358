import type { Box, LayoutNode } from '../layout/geometry.ts';
import { isInArea } from './use-visible-area.ts';

/** A flow of this many steps or more has only those in view in the document. The outline lists all of them. */
const renderAllBelow = 80;

/** The nodes that the canvas draws, with the selected one, because the focus would be lost with it. */
export const nodesInView = (
  nodes: readonly LayoutNode[],
  area: Box,
  selectedId: string | null | undefined,
): readonly LayoutNode[] =>
  nodes.length <= renderAllBelow ? nodes : nodes.filter((node) => node.id === selectedId || isInArea(area, node));
