import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import type { Step } from '@throughline/core/flow/step';
import { expect, test } from 'vitest';
import { canMove } from '../state/edit-flow.ts';
import { dropPoint, movePoint } from './outline-moves.ts';
import { outlineRows, parentRow } from './outline-rows.ts';
import { RowCache } from './row-cache.ts';

const map = (id: string) => ({ id, name: id, kind: 'map' as const, config: { mapping: 'a-to-b', input: '$trigger' } });

const flow: FlowDocument = flowSchema.parse({
  format: 1,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [
    map('one'),
    {
      id: 'way',
      name: 'Way',
      kind: 'branch',
      config: { cases: [{ slot: 'gb', title: 'GB', when: 'true' }] },
      bodies: { gb: [map('a'), map('b')], onError: [map('tell')] },
    },
    { id: 'each', name: 'Each', kind: 'for-each', config: { items: '$trigger' }, bodies: { each: [map('line')] } },
  ],
});

const lines = (collapsed: readonly string[] = []) =>
  outlineRows(flow, new Set(collapsed)).map(({ id, level, position, setSize, isOpen }) => [
    `${'  '.repeat(level - 1)}${id}`,
    `${position}/${setSize}`,
    isOpen,
  ]);

test('the outline lists steps, the cases of a branch and error lanes, each with its position', () => {
  expect(lines()).toEqual([
    ['@trigger', '1/4', undefined],
    ['one', '2/4', undefined],
    ['way', '3/4', true],
    ['  way/gb', '1/3', true],
    ['    a', '1/2', undefined],
    ['    b', '2/2', undefined],
    ['  way/otherwise', '2/3', undefined],
    ['  way/onError', '3/3', true],
    ['    tell', '1/1', undefined],
    ['each', '4/4', true],
    ['  line', '1/1', undefined],
  ]);
});

test('a collapsed row hides everything inside it', () => {
  expect(lines(['way/gb', 'each']).map(([line]) => line)).toEqual([
    '@trigger',
    'one',
    'way',
    '  way/gb',
    '  way/otherwise',
    '  way/onError',
    '    tell',
    'each',
  ]);
  const rows = outlineRows(flow, new Set());
  expect(
    parentRow(
      rows,
      rows.findIndex(({ id }) => id === 'b'),
    )?.id,
  ).toBe('way/gb');
});

test('a step moves up and down, out of its container and into the one before it', () => {
  expect(movePoint(flow, ['b'], 'up')).toEqual({ address: { in: 'step', stepId: 'way', slot: 'gb' }, index: 0 });
  expect(movePoint(flow, ['b'], 'down')).toBeUndefined();
  expect(movePoint(flow, ['b'], 'out')).toEqual({ address: { in: 'flow' }, index: 2 });
  expect(movePoint(flow, ['each'], 'in')).toEqual({ address: { in: 'step', stepId: 'way', slot: 'gb' }, index: 2 });
  expect(movePoint(flow, ['one'], 'in')).toBeUndefined();
});

test('a dragged step lands next to the step under the pointer, or first in a slot', () => {
  const row = (id: string) => {
    const found = outlineRows(flow, new Set()).find((each) => each.id === id);
    if (found === undefined) throw new Error(`No row ${id}`);
    return found;
  };
  expect(dropPoint(row('one'), true)).toEqual({ address: { in: 'flow' }, index: 0 });
  expect(dropPoint(row('one'), false)).toEqual({ address: { in: 'flow' }, index: 1 });
  expect(dropPoint(row('way/otherwise'), true)).toEqual({
    address: { in: 'step', stepId: 'way', slot: 'otherwise' },
    index: 0,
  });
  expect(dropPoint(row('each'), false)).toEqual({ address: { in: 'step', stepId: 'each', slot: 'each' }, index: 0 });
  expect(canMove(flow, ['way'], dropPoint(row('a'), false))).toBe(false);
});

test('rows that did not change stay the same objects, and those that moved do not', () => {
  const cache = new RowCache();
  const none = new Set<string>();
  const before = cache.of(flow, none);
  const typed = { ...flow, body: flow.body.with(0, { ...flow.body[0], name: 'New' } as Step) };
  const after = cache.of(typed, none);
  expect(after.filter((row, index) => row !== before[index]).map(({ id }) => id)).toEqual(['one']);
  const shorter = cache.of({ ...flow, body: flow.body.slice(1) }, none);
  expect(shorter.find(({ id }) => id === 'way')).not.toBe(after.find(({ id }) => id === 'way'));
  expect(shorter.find(({ id }) => id === 'a')).toBe(after.find(({ id }) => id === 'a'));
});
