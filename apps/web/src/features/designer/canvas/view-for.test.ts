import { flowSchema } from '@throughline/core/flow';
import { expect, test } from 'vitest';
import { layoutFlow } from '../layout/layout-flow.ts';
import { boxOfStep } from './box-of-step.ts';
import { viewFor } from './view-for.ts';

const map = (id: string) => ({ id, name: id, kind: 'map' as const, config: { mapping: 'a-to-b', input: '$trigger' } });

const layout = layoutFlow(
  flowSchema.parse({
    format: 2,
    trigger: { kind: 'manual', name: 'By hand' },
    body: [
      map('one'),
      {
        id: 'way',
        name: 'Way',
        kind: 'branch',
        config: { cases: [{ slot: 'gb', title: 'GB', when: 'true' }] },
        bodies: { gb: [map('a')], otherwise: [] },
      },
    ],
  }),
);

test('a container’s part of the drawing holds all its ways, even empty ones', () => {
  expect(boxOfStep(layout, 'one')).toEqual({ x: 140, y: 88, width: 248, height: 52 });
  expect(boxOfStep(layout, 'way')).toEqual({ x: 0, y: 176, width: 404, height: 210 });
  expect(boxOfStep(layout, 'gone')).toBeUndefined();
});

test('the view moves as little as possible, and shrinks only for what has no room', () => {
  const room = { width: 600, height: 400 };
  const box = { x: 0, y: 0, width: 300, height: 200 };
  expect(viewFor(box, { x: 50, y: 50, zoom: 1 }, room)).toEqual({ x: 50, y: 50, zoom: 1 });
  expect(viewFor(box, { x: 500, y: -100, zoom: 1 }, room)).toEqual({ x: 276, y: 24, zoom: 1 });
  const shrunk = viewFor({ x: 0, y: 0, width: 1104, height: 352 }, { x: 24, y: 24, zoom: 1 }, room);
  expect(shrunk.zoom).toBe(0.5);
  expect(shrunk.x).toBe(24);
});
