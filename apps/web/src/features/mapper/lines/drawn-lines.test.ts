import { expect, test } from 'vitest';
import { drawnLines, placeOf } from './drawn-lines.ts';
import type { MapLine } from './map-lines.ts';

const line = (source: string, target: string, more: Partial<MapLine> = {}): MapLine => ({
  source,
  target,
  kind: 'direct',
  through: undefined,
  uses: [],
  ...more,
});
const rows = (...ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, index) => [id, index]));

test('a field in a collapsed container attaches to the nearest container that has a row', () => {
  const indexOf = rows('deal', 'deal.owner', 'deal.name');
  expect(['deal.name', 'deal.owner.mail.home', 'deal.lines.id', 'other'].map((id) => placeOf(id, indexOf))).toEqual([
    { index: 2, isOwn: true },
    { index: 1, isOwn: false },
    { index: 0, isOwn: false },
    undefined,
  ]);
});

test('lines between the same two rows are one line, which keeps what they have in common', () => {
  const money = { kind: 'function', through: 'money' } as const;
  const drawn = drawnLines(
    [
      line('deal.lines.Net', 'lines.net', money),
      line('deal.lines.Gross', 'lines.gross', money),
      line('deal.Id', 'id'),
      line('deal.Name', 'id', { kind: 'influence' }),
    ],
    rows('deal', 'deal.lines'),
    rows('id', 'lines'),
  );
  expect(
    drawn.map(({ source, target, kind, through, lines }) => [source, target, kind, through, lines.length]),
  ).toEqual([
    [1, 1, 'function', 'money', 2],
    [0, 0, 'direct', undefined, 2],
  ]);
});

test('different lines between two rows are a plain line, and lists a double one', () => {
  const fields = [line('a.x', 'b.x', { kind: 'lookup', through: 'x' }), line('a.y', 'b.y')];
  const each = line('a', 'b', { kind: 'each' });
  expect([fields, [...fields, each]].map((lines) => drawnLines(lines, rows('a'), rows('b'))[0]?.kind)).toEqual([
    'direct',
    'each',
  ]);
});

test('a line with an end that no row shows keeps its other end, and one without any end is left out', () => {
  const drawn = drawnLines([line('a', 'b'), line('c', 'd')], rows('a'), rows('x'));
  expect(drawn.map(({ key, source, target }) => [key, source, target])).toEqual([['a → b', 0, undefined]]);
});
