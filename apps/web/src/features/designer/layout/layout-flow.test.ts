import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import { stepSchema, type Step } from '@throughline/core/flow/step';
import { expect, test } from 'vitest';
import type { Box, FlowLayout } from './geometry.ts';
import { layoutFlow } from './layout-flow.ts';
import { nearestNode } from './nearest-node.ts';
import { LayoutCache } from './share-unchanged.ts';

const map = (id: string): Step =>
  stepSchema.parse({ id, name: id, kind: 'map', config: { mapping: 'a-to-b', input: '$trigger' } });
const raise = (id: string): Step =>
  stepSchema.parse({ id, name: id, kind: 'raise', config: { code: 'STOP', message: '"stop"' } });

const branch = (id: string, bodies: Record<string, Step[]>): Step =>
  stepSchema.parse({
    id,
    name: id,
    kind: 'branch',
    config: { cases: [{ slot: 'gb', title: 'GB', when: 'true' }] },
    bodies,
  });

const each = (id: string, body: Step[]): Step =>
  stepSchema.parse({ id, name: id, kind: 'for-each', config: { items: '$trigger' }, bodies: { each: body } });

const flowOf = (...body: Step[]): FlowDocument =>
  flowSchema.parse({ format: 1, trigger: { kind: 'manual', name: 'By hand' }, body });

const boxes = (layout: FlowLayout) => layout.nodes.map(({ id, x, y }) => [id, x, y]);

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('steps run downwards under the trigger, with an insert point on every line', () => {
  const layout = layoutFlow(flowOf(map('one'), map('two')));
  expect(boxes(layout)).toEqual([
    ['@trigger', 0, 0],
    ['one', 0, 88],
    ['two', 0, 176],
    ['@end', 110, 264],
  ]);
  expect(layout.inserts).toEqual([
    { id: '/0', x: 124, y: 70, point: { address: { in: 'flow' }, index: 0 } },
    { id: '/1', x: 124, y: 158, point: { address: { in: 'flow' }, index: 1 } },
    { id: '/2', x: 124, y: 246, point: { address: { in: 'flow' }, index: 2 } },
  ]);
  expect([layout.width, layout.height]).toEqual([248, 292]);
});

test('branches are side by side and join below the longer one', () => {
  const layout = layoutFlow(flowOf(branch('entity', { gb: [map('a'), map('b')], otherwise: [map('c')] }), map('last')));
  expect(boxes(layout)).toEqual([
    ['@trigger', 140, 0],
    ['entity', 140, 88],
    ['a', 0, 228],
    ['b', 0, 316],
    ['c', 280, 228],
    ['last', 140, 468],
    ['@end', 250, 556],
  ]);
  expect(layout.labels).toEqual([
    { id: 'entity/gb', tone: 'flow', text: 'GB', x: 124, y: 168 },
    { id: 'entity/otherwise', tone: 'flow', text: 'Otherwise', x: 404, y: 168 },
  ]);
});

test('an empty slot still has a place to insert', () => {
  const layout = layoutFlow(flowOf(branch('entity', {})));
  expect(layout.inserts.map(({ point }) => point)).toEqual([
    { address: { in: 'flow' }, index: 0 },
    { address: { in: 'step', stepId: 'entity', slot: 'gb' }, index: 0 },
    { address: { in: 'step', stepId: 'entity', slot: 'otherwise' }, index: 0 },
    { address: { in: 'flow' }, index: 1 },
  ]);
});

test('a for-each has a frame around its body', () => {
  const layout = layoutFlow(flowOf(each('lines', [map('line')])));
  expect(layout.frames).toEqual([{ id: 'lines/each', type: 'each', x: 0, y: 114, width: 280, height: 166 }]);
  expect(boxes(layout)).toEqual([
    ['@trigger', 16, 0],
    ['lines', 16, 88],
    ['line', 16, 176],
    ['@end', 126, 316],
  ]);
});

test('an onError body is a lane on the right that joins below', () => {
  const layout = layoutFlow(flowOf({ ...map('one'), bodies: { onError: [map('tell')] } }));
  expect(layout.frames).toEqual([{ id: 'one/onError', type: 'error', x: 280, y: 130, width: 280, height: 148 }]);
  expect(boxes(layout)).toEqual([
    ['@trigger', 0, 0],
    ['one', 0, 88],
    ['tell', 296, 190],
    ['@end', 110, 330],
  ]);
  expect(layout.lines.filter(({ tone }) => tone === 'error').map(({ id }) => id)).toEqual(['one/error', 'one/rejoin']);
});

test('nothing runs after a raise', () => {
  const layout = layoutFlow(flowOf(branch('entity', { gb: [raise('stop')], otherwise: [raise('stop2')] })));
  expect(layout.lines.map(({ id }) => id)).toEqual([
    '/0',
    'entity/gb/fork',
    'entity/gb/0',
    'entity/otherwise/fork',
    'entity/otherwise/0',
  ]);
  expect(layout.nodes.some(({ type }) => type === 'end')).toBe(false);
});

test('a collapsed container is one node that shows how many steps it hides', () => {
  const layout = layoutFlow(flowOf(each('lines', [map('a'), map('b')])), new Set(['lines']));
  expect(layout.nodes.map(({ id, hiddenSteps }) => [id, hiddenSteps])).toEqual([
    ['@trigger', undefined],
    ['lines', 2],
    ['@end', undefined],
  ]);
  expect(layout.frames).toEqual([]);
});

const bigFlow = () =>
  flowOf(
    ...Array.from({ length: 50 }, (_, group) =>
      branch(`b${group}`, {
        gb: [each(`e${group}`, [map(`m${group}`), { ...map(`n${group}`), bodies: { onError: [map(`x${group}`)] } }])],
        otherwise: Array.from({ length: 5 }, (_, index) => map(`o${group}x${index}`)),
      }),
    ),
  );

test('500 steps never overlap', () => {
  const layout = layoutFlow(bigFlow());
  expect(layout.nodes).toHaveLength(502);
  const sorted = layout.nodes.toSorted((a, b) => a.y - b.y);
  const overlapping = sorted.flatMap((node, index) =>
    sorted
      .slice(index + 1, index + 20)
      .filter((other) => overlap(node, other))
      .map((other) => [node.id, other.id]),
  );
  expect(overlapping).toEqual([]);
});

test('arrows lead to the nearest step in their direction', () => {
  const layout = layoutFlow(flowOf(branch('entity', { gb: [map('a'), map('b')], otherwise: [map('c')] }), map('last')));
  expect(nearestNode(layout, '@trigger', 'down')).toBe('entity');
  expect(nearestNode(layout, 'a', 'right')).toBe('c');
  expect(nearestNode(layout, 'c', 'left')).toBe('a');
  expect(nearestNode(layout, 'a', 'down')).toBe('b');
  expect(nearestNode(layout, 'a', 'up')).toBe('entity');
  expect(nearestNode(layout, 'last', 'down')).toBeUndefined();
});

test('after typing in a form, lines, labels and insert points are still the same objects', () => {
  const layouts = new LayoutCache();
  const collapsed = new Set<string>();
  const before = layouts.of(flowOf(map('one'), each('lines', [map('a')])).body, collapsed);
  const typed = layouts.of(flowOf({ ...map('one'), name: 'Another name' }, each('lines', [map('a')])).body, collapsed);
  expect(
    [typed.lines, typed.frames, typed.labels, typed.inserts].map(
      (part, index) => part === [before.lines, before.frames, before.labels, before.inserts][index],
    ),
  ).toEqual([true, true, true, true]);
  expect(typed.nodes[1]?.step?.name).toBe('Another name');
  const longer = layouts.of(flowOf(map('one'), map('two')).body, collapsed);
  expect(longer.lines).not.toBe(before.lines);
  expect(longer.inserts).toHaveLength(3);
});
