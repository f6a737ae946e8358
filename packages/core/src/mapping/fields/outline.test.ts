import { expect, test } from 'vitest';
import { entryAt, objectAt, outlineEntries, readOutline } from './outline.ts';

const text = `(
  /* the deal { "x": 1 } */
  $terms := $valueMap("terms", Billing_Terms__c);
  {
    "id": Id, /* Salesforce id, with : and , */
    "total": { "amount": $money(Amount, "GBP").amount, "currency": isWon ? "GBP" : "EUR" },
    "lines": LineItems[Quantity > 0].{
      "name": Name,
      "rate": UnitPrice / 100
    },
    "tags": [$split(Tags, /[,;]/)],
    "note":
  }
)`;

const read = (source: string) =>
  outlineEntries(readOutline(source).object).map(({ path, value, object }) => [
    path.join('.'),
    source.slice(value.from, value.to),
    object && (object.each === undefined ? 'object' : 'each'),
  ]);

test('the outline lists every field with its expression, even inside blocks, objects and lists', () => {
  expect(read(text)).toEqual([
    ['id', 'Id', undefined],
    ['total', '{ "amount": $money(Amount, "GBP").amount, "currency": isWon ? "GBP" : "EUR" }', 'object'],
    ['total.amount', '$money(Amount, "GBP").amount', undefined],
    ['total.currency', 'isWon ? "GBP" : "EUR"', undefined],
    ['lines', 'LineItems[Quantity > 0].{\n      "name": Name,\n      "rate": UnitPrice / 100\n    }', 'each'],
    ['lines.name', 'Name', undefined],
    ['lines.rate', 'UnitPrice / 100', undefined],
    ['tags', '[$split(Tags, /[,;]/)]', undefined],
    ['note', '', undefined],
  ]);
});

test('lists in brackets are lists of objects', () => {
  expect(read('{"lines": [LineItems.{"name": Name}], "more": Items^(Name).{"id": Id}[]}')).toEqual([
    ['lines', '[LineItems.{"name": Name}]', 'each'],
    ['lines.name', 'Name', undefined],
    ['more', 'Items^(Name).{"id": Id}[]', 'each'],
    ['more.id', 'Id', undefined],
  ]);
});

test.each([
  'Account.Name',
  '$merge([{ "a": 1 }, b])',
  '$map(Lines, function($l) { $l })',
  'a + {"b": 1}',
  'Items{Name: Price}',
  '',
])('a text that is no plain object has no fields: %s', (source) => {
  expect(read(source)).toEqual([]);
});

test('an object that is not closed yet has its fields', () => {
  expect(read('{ "a": b, "c": { "d": ')).toEqual([
    ['a', 'b', undefined],
    ['c', '{ "d":', 'object'],
    ['c.d', '', undefined],
  ]);
});

test('expressions around an object do not hide it', () => {
  const source = `(
    $lines := [$map(deal.lines, function($line, $index) {(
      $n := $index + 1;
      { "id": $line.Id, "number": $n }
    )})];
    $compact({
      "id": Id,
      "lines": $lines,
      "owner": owner ? { "name": owner.Name },
      "items": [address.(
        $x := street;
        { "street": $x }
      )]
    })
  )`;
  expect(read(source).map(([path, , kind]) => [path, kind])).toEqual([
    ['id', undefined],
    ['lines', 'each'],
    ['lines.id', undefined],
    ['lines.number', undefined],
    ['owner', 'object'],
    ['owner.name', undefined],
    ['items', 'each'],
    ['items.street', undefined],
  ]);
  const [, lines, , , , , items] = outlineEntries(readOutline(source).object);
  expect([lines?.object?.each, items?.object?.each]).toEqual([
    { list: ['deal', 'lines'], variable: '$line' },
    { list: ['address'] },
  ]);
});

test('a position in the text leads to its field and its object', () => {
  const outline = readOutline(text);
  expect(entryAt(outline, text.indexOf('UnitPrice'))?.path).toEqual(['lines', 'rate']);
  expect(objectAt(outline, text.indexOf('UnitPrice'))?.path).toEqual(['lines']);
  expect(objectAt(outline, text.indexOf('"tags"'))?.path).toEqual([]);
  expect(objectAt(outline, 0)).toBeUndefined();
});
