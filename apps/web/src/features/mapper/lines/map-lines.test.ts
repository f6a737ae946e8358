import { expect, test } from 'vitest';
import { lineageOf } from '@throughline/core/mapping/analysis';
import { outlineEntries, readOutline } from '@throughline/core/mapping/fields';
import { fieldLinks } from '../evaluation/field-links.ts';
import { fieldIdOf } from '../field-id.ts';
import { mapLines } from './map-lines.ts';

const linesOf = (text: string, sourceLists: readonly string[] = [], targetLists: readonly string[] = []): string[] =>
  mapLines({
    links: fieldLinks(lineageOf(text)),
    written: new Set(outlineEntries(readOutline(text).object).map(({ path }) => fieldIdOf(path))),
    sourceLists: new Set(sourceLists),
    targetLists: new Set(targetLists),
  }).map(({ source, target, kind, through }) => `${source} ${through ?? kind} ${target}`);

test('a value has a line that says what happens to it', () => {
  expect(linesOf('{ "id": Id, "taxCode": $valueMap("tax", Country), "total": $money(Amount, Currency) }')).toEqual([
    'Id direct id',
    'Country tax taxCode',
    'Amount money total',
    'Currency money total',
  ]);
});

test('a source that contributes in several ways has one line, which shows the most telling way', () => {
  expect(linesOf('{ "name": Role ? $valueMap("roles", Role, Role) : Name }')).toEqual([
    'Role roles name',
    'Name direct name',
  ]);
});

test('what only decides or filters is an influence', () => {
  expect(linesOf('{ "name": owner[Id = OwnerId].Name, "kind": Type = "a" ? "x" : "y" }')).toEqual([
    'owner.Name direct name',
    'owner.Id influence name',
    'owner.OwnerId influence name',
    'Type influence kind',
  ]);
});

test('a list that is built item by item has a line of its own, from the list that gives most of its fields', () => {
  const text = '{ "lines": deal.items.{ "id": Id, "name": Name, "deal": $$.deal.Name } }';
  expect(linesOf(text, ['deal.items'], ['lines'])).toEqual([
    'deal.items each lines',
    'deal.items.Id direct lines.id',
    'deal.items.Name direct lines.name',
    'deal.Name direct lines.deal',
  ]);
});

test('a list that is copied as a whole has only that line', () => {
  expect(linesOf('{ "lines": items }', ['items'], ['lines'])).toEqual(['items direct lines']);
});

test('a line whose end, or something around it, is not in its shape is a ghost', () => {
  const text = '{ "id": Id, "name": Owner.Name, "old": { "size": Size } }';
  const lines = mapLines({
    links: fieldLinks(lineageOf(text)),
    written: new Set(outlineEntries(readOutline(text).object).map(({ path }) => fieldIdOf(path))),
    sourceLists: new Set(),
    targetLists: new Set(),
    ghosts: { source: new Set(['Owner']), target: new Set(['old']) },
  });
  expect(lines.map(({ source, isGhost = false }) => [source, isGhost])).toEqual([
    ['Id', false],
    ['Owner.Name', true],
    ['Size', true],
  ]);
});
