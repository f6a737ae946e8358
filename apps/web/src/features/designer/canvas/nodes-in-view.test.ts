import { expect, test } from 'vitest';
import type { LayoutNode } from '../layout/geometry.ts';
import { nodesInView } from './nodes-in-view.ts';

const nodes = (count: number): LayoutNode[] =>
  Array.from({ length: count }, (_, at) => ({ id: `n${at}`, type: 'step', x: 0, y: at * 100, width: 248, height: 52 }));
const area = { x: 0, y: 1000, width: 800, height: 300 };
const ids = (drawn: readonly LayoutNode[]) => drawn.map(({ id }) => id);

test('a short flow is drawn as a whole', () => {
  expect(ids(nodesInView(nodes(80), area, null))).toEqual(ids(nodes(80)));
});

test('of a long flow, what is in view is drawn, and the selected step wherever it is', () => {
  expect(ids(nodesInView(nodes(81), area, 'n60'))).toEqual(['n10', 'n11', 'n12', 'n13', 'n60']);
});
