import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { lineageOf } from './lineage-of.ts';
import type { PathSegment } from './source-path.ts';

const text = { type: 'string' } as const;
const source: JsonSchema = {
  type: 'object',
  properties: {
    id: text,
    kind: text,
    country: text,
    account: { type: 'object', properties: { name: text, phone: text } },
    lines: {
      type: 'array',
      items: { type: 'object', properties: { name: text, role: text, price: { type: 'number' } } },
    },
  },
};

const pathText = (path: readonly PathSegment[], root = '') =>
  path.reduce((whole, segment) => {
    if (segment.kind === 'item') return `${whole}[]`;
    const name = segment.kind === 'name' ? segment.name : segment.kind === 'any-key' ? '*' : '**';
    return whole === '' ? name : `${whole}.${name}`;
  }, root);

/** Target → its sources, each as `how path`, with `?` where something is not known. */
const lines = (mapping: string, shapes: Parameters<typeof lineageOf>[1] = { source }) =>
  Object.fromEntries(
    lineageOf(mapping, shapes).map(({ target, sources, isComplete }) => [
      pathText(target),
      [
        ...sources.map(({ root, path, via, through }) =>
          [via, through, pathText(path, root && `$${root}`)].filter((part) => part !== undefined).join(' '),
        ),
        ...(isComplete ? [] : ['?']),
      ],
    ]),
  );

test.each<[string, string, Readonly<Record<string, readonly string[]>>]>([
  ['fields', '{ "a": id, "b": account.name }', { a: ['direct id'], b: ['direct account.name'] }],
  ['constants', '{ "a": "x", "b": 1 }', { a: [], b: [] }],
  ['operators', '{ "a": id & " " & kind }', { a: ['direct id', 'direct kind'] }],
  ['functions', '{ "a": $uppercase(id) }', { a: ['function uppercase id'] }],
  ['~>', '{ "a": id ~> $trim() ~> $uppercase }', { a: ['function uppercase id'] }],
  ['composed functions', '($f := $trim ~> $uppercase; { "a": $f(id) })', { a: ['function uppercase id'] }],
  ['conditions', '{ "a": kind = "x" ? id : country }', { a: ['direct id', 'direct country', 'condition kind'] }],
  ['defaults', '{ "a": id ?? country, "b": id ?: "none" }', { a: ['direct id', 'direct country'], b: ['direct id'] }],
  [
    'lists',
    '{ "a": lines.name, "b": [lines.{ "c": price }] }',
    { a: ['direct lines[].name'], 'b[].c': ['direct lines[].price'] },
  ],
  ['positions', '{ "a": lines[0].name }', { a: ['direct lines[].name'] }],
  ['filters', '{ "a": lines[role = "pm"].name }', { a: ['direct lines[].name', 'filter lines[].role'] }],
  ['sorts', '{ "a": lines^(>price).name }', { a: ['direct lines[].name', 'sort lines[].price'] }],
  ['groups', '{ "a": lines{ role: $sum(price) } }', { 'a.*': ['function sum lines[].price', 'group lines[].role'] }],
  [
    'lookups by value map',
    '{ "a": $valueMap("terms", kind, country) }',
    { a: ['direct country', 'lookup terms kind'] },
  ],
  [
    '$lookup',
    '{ "a": $lookup(account, kind), "b": $lookup(account, "name") }',
    {
      a: ['direct account.name', 'direct account.phone', 'lookup lookup kind'],
      b: ['direct account.name'],
    },
  ],
  ['variables and blocks', '($x := account; { "a": ($y := $x.name; $y) })', { a: ['direct account.name'] }],
  [
    'functions of the text',
    '($f := function($l) { $l.name }; { "a": $f(account), "b": $f(lines) })',
    {
      a: ['direct account.name'],
      b: ['direct lines[].name'],
    },
  ],
  [
    'closures',
    '($add := function($a) { function($b) { $a & $b } }; { "a": $add(id)(kind) })',
    {
      a: ['direct id', 'direct kind'],
    },
  ],
  ['partial application', '($first := $substring(?, 0, 1); { "a": $first(id) })', { a: ['function substring id'] }],
  [
    '$map',
    '{ "a": [$map(lines, function($l, $i) { { "n": $l.name, "at": $i } })] }',
    {
      'a[].n': ['direct lines[].name'],
      'a[].at': [],
    },
  ],
  [
    '$filter',
    '{ "a": $filter(lines, function($l) { $l.price > 1 }).name }',
    {
      a: ['direct lines[].name', 'filter lines[].price'],
    },
  ],
  ['$reduce', '{ "a": $reduce(lines.price, function($sum, $p) { $sum + $p }, 0) }', { a: ['direct lines[].price'] }],
  [
    '$sort',
    '{ "a": $sort(lines, function($a, $b) { $a.price > $b.price }).name }',
    {
      a: ['direct lines[].name', 'sort lines[].price'],
    },
  ],
  [
    '$single',
    '{ "a": $single(lines, function($l) { $l.role = "pm" }).name }',
    {
      a: ['direct lines[].name', 'filter lines[].role'],
    },
  ],
  [
    '$each',
    '{ "a": $each(account, function($v, $k) { $k & $v }) }',
    {
      a: ['direct account.name', 'direct account.phone'],
    },
  ],
  [
    '$sift',
    '{ "a": $sift({ "n": id, "m": kind }, function($v) { $v != country }) }',
    {
      'a.n': ['direct id', 'filter id', 'filter kind', 'filter country'],
      'a.m': ['direct kind', 'filter kind', 'filter id', 'filter country'],
    },
  ],
  [
    '$merge',
    '{ "a": $merge([{ "x": id, "y": id }, { "y": kind }]) }',
    { 'a.x': ['direct id'], 'a.y': ['direct kind'] },
  ],
  [
    '$compact',
    '$compact({ "a": account, "b": [id, kind] })',
    {
      'a.name': ['direct account.name'],
      'a.phone': ['direct account.phone'],
      'b[]': ['direct id', 'direct kind'],
    },
  ],
  [
    'transforms',
    '{ "name": id, "role": kind, "extra": 1 } ~> |$|{ "name": $$.country }, "extra"|',
    {
      name: ['direct country'],
      role: ['direct kind'],
    },
  ],
  ['%', '{ "a": lines.(name & %.id) }', { a: ['direct lines[].name', 'direct id'] }],
  [
    '@ and #',
    '{ "a": lines@$l#$i.{ "n": $l.name, "at": $i, "id": id } }',
    {
      'a.n': ['direct lines[].name'],
      'a.at': [],
      'a.id': ['direct id'],
    },
  ],
  ['$$', '{ "a": lines.{ "n": name, "id": $$.id } }', { 'a.n': ['direct lines[].name'], 'a.id': ['direct id'] }],
  [
    'wildcards',
    '{ "a": account.*, "b": **.name }',
    {
      a: ['direct account.name', 'direct account.phone'],
      b: ['direct **.name'],
    },
  ],
  ['objects that are copied', '{ "a": account }', { a: ['direct account'] }],
  ['a result that is not an object', 'lines.name', { '': ['direct lines[].name'] }],
  [
    'a field that two branches build',
    'kind = "x" ? { "a": id } : { "a": country, "b": 1 }',
    {
      a: ['direct id', 'direct country', 'condition kind'],
      b: ['condition kind'],
    },
  ],
])('%s', (_title, mapping, expected) => {
  expect(lines(mapping)).toEqual(expected);
});

describe('sources other than the input', () => {
  test('steps and the trigger are sources of their own', () => {
    expect(
      lines('{ "a": $steps.readAccount.Name, "b": $trigger.id, "c": $item.x[0], "d": $lookup($steps, "two").y }', {}),
    ).toEqual({
      a: ['direct $steps.readAccount.Name'],
      b: ['direct $trigger.id'],
      c: ['direct $item.x'],
      d: ['direct $steps.two.y'],
    });
  });

  test('without a schema, paths are those in the text', () => {
    expect(lines('{ "a": lines[role = "pm"].name }', {})).toEqual({ a: ['direct lines.name', 'filter lines.role'] });
  });
});

describe('lineage that cannot be determined is marked as unknown', () => {
  test.each([
    ['a function that calls itself', '($f := function($n) { $n.next ? $f($n.next) : $n.name }; { "a": $f(account) })'],
    [
      'functions that call each other',
      '($f := function($n) { $g($n) }; $g := function($n) { $f($n) }; { "a": $f(id) })',
    ],
    ['a function nobody knows', '{ "a": $nobody(id) }'],
    ['a function out of the data', '{ "a": (account.name)(id) }'],
  ])('%s', (_title, mapping) => {
    expect(lineageOf(mapping, { source }).map(({ isComplete }) => isComplete)).toEqual([false]);
  });

  test('the analysis of a Y combinator ends', () => {
    const mapping = '{ "a": (function($f) { $f($f) })(function($f) { $f($f) }) }';
    expect(lineageOf(mapping).map(({ isComplete }) => isComplete)).toEqual([false]);
  });
});

test('ranges on both sides', () => {
  const mapping = '($x := account; { "a": $x.name & id, "b": kind = "z" ? { "c": id } : { "c": $x.name } })';
  const slice = ({ start, end }: { start: number; end: number }) => mapping.slice(start, end);
  const places = lineageOf(mapping, { source }).map(({ target, ranges, sources }) => [
    pathText(target),
    ranges.map(slice),
    sources.map((use) => [pathText(use.path), use.ranges.map(slice)]),
  ]);
  expect(places).toEqual([
    [
      'a',
      ['$x.name & id'],
      [
        ['account.name', ['$x.name']],
        ['id', ['id']],
      ],
    ],
    [
      'b.c',
      ['id', '$x.name'],
      [
        ['id', ['id']],
        ['account.name', ['$x.name']],
        ['kind', ['kind']],
      ],
    ],
  ]);
});

test('a text that cannot be parsed has no lineage', () => {
  expect(lineageOf('{ "a": ')).toEqual([]);
});
