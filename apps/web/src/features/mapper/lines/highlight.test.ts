import { expect, test } from 'vitest';
import { drawnLines } from './drawn-lines.ts';
import { highlighted, type Pointed } from './highlight.ts';
import type { MapLine } from './map-lines.ts';

const line = (source: string, target: string): MapLine => ({
  source,
  target,
  kind: 'direct',
  through: undefined,
  uses: [],
});
const rows = (...ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, index) => [id, index]));
const drawn = drawnLines(
  [line('deal.Id', 'id'), line('deal.Id', 'origin.id'), line('Name', 'name')],
  rows('deal', 'deal.Id', 'Name'),
  rows('id', 'name', 'origin'),
);
const at = (pointed: Pointed | undefined) => {
  const { lines, sourceRows, targetRows } = highlighted(drawn, pointed);
  return [[...lines], [...sourceRows], [...targetRows]];
};

test('a field highlights its lines and the rows at their other ends, also of what is inside it', () => {
  const ofDeal = [['deal.Id → id', 'deal.Id → origin.id'], [1], [0, 2]];
  expect([at({ field: { side: 'source', id: 'deal.Id' } }), at({ field: { side: 'source', id: 'deal' } })]).toEqual([
    ofDeal,
    ofDeal,
  ]);
  expect(at({ field: { side: 'target', id: 'origin' } })).toEqual([['deal.Id → origin.id'], [1], [2]]);
});

test('a line highlights only itself, and nothing highlights nothing', () => {
  expect(at({ line: 'Name → name' })).toEqual([['Name → name'], [2], [1]]);
  expect(at(undefined)).toEqual([[], [], []]);
});
