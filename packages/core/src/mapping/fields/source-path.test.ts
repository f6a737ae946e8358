import { expect, test } from 'vitest';
import { objectsAround } from './objects-around.ts';
import { pathWithin, sourceOf } from './source-path.ts';

test.each([
  ['{ "name": Name }', 'name', ['deal', 'Name'], 'deal.Name'],
  ['{ "lines": deal.lines.{ "name": Name } }', 'lines.name', ['deal', 'lines', 'Name'], 'Name'],
  ['{ "lines": deal.lines.{ "name": Name } }', 'lines.name', ['deal', 'Name'], '$$.deal.Name'],
  ['{ "lines": $map(deal.lines, function($l) { { "name": 1 } }) }', 'lines.name', ['deal', 'lines', 'Name'], '$l.Name'],
  ['{ "lines": $map(deal.lines, function($l) { { "name": 1 } }) }', 'lines.name', ['deal', 'Name'], 'deal.Name'],
  [
    '{ "phases": [$map($distinct(Lines.Phase), function($key) {($items := Lines[Phase = $key]; { "name": 1 })})] }',
    'phases.name',
    ['Lines', 'Phase'],
    '$key',
  ],
  [
    '{ "phases": [$map($distinct(Lines.Phase), function($key) {($items := Lines[Phase = $key]; { "name": 1 })})] }',
    'phases.total',
    ['Lines', 'Price'],
    '$items.Price',
  ],
])('in %s, %s reads %s as %s, and the other way round', (text, target, source, reading) => {
  const around = objectsAround(text, target.split('.'));
  expect([pathWithin(around, source), sourceOf(around, reading.split('.'))]).toEqual([reading, source]);
});

test('a variable that no list holds leads to no source field', () => {
  expect(sourceOf([], ['$rate', 'Name'])).toBeUndefined();
});
