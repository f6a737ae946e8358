import { limit, numbers, once, records, type Bomb } from './bomb.ts';

const million = once(() => ({ items: numbers(1_000_000) }));
const halfAMillion = once(() => ({ items: numbers(500_000) }));
const hundredThousand = once(() => ({ items: numbers(100_000) }));
const objects = once(() => ({ items: records(100_000) }));

/** Lists that are long, grow, multiply, or take more than linear time. */
export const listBombs: readonly Bomb[] = [
  { name: 'sort 5,000', text: '$sort(items)[0]', input: () => ({ items: numbers(5_000) }), gives: 0 },
  { name: 'sort a million', text: '$sort(items)[0]', input: million, gives: 0, ends: limit },
  {
    name: 'sort by a function',
    text: '$sort(items, function($a, $b) { $a > $b })[0]',
    input: hundredThousand,
    gives: 0,
    ends: limit,
  },
  {
    name: 'sort by a function that never decides',
    text: '$count($sort(items, function() { true }))',
    input: hundredThousand,
    gives: 100_000,
    ends: limit,
  },
  { name: 'order by two keys', text: '(items^(group, >name))[0].group', input: objects, gives: 0, ends: limit },
  { name: 'order half a million', text: '(items^($))[0]', input: halfAMillion, gives: 0, ends: limit },
  { name: 'distinct numbers', text: '$count($distinct(items))', input: hundredThousand, gives: 100_000, ends: limit },
  { name: 'distinct objects', text: '$count($distinct(items))', input: objects, gives: 100_000, ends: limit },
  {
    name: 'distinct lists',
    text: '$count($distinct(items.[[id, name]]))',
    input: objects,
    gives: 100_000,
    ends: limit,
  },
  {
    name: 'a group per item',
    text: '$count($keys(items{$string(id): name}))',
    input: objects,
    gives: 100_000,
    ends: limit,
  },
  { name: 'one group of all', text: 'items{"all": $count($)}', input: objects, gives: { all: 100_000 }, ends: limit },
  {
    name: 'groups of a tuple stream',
    text: 'items#$i{"all": $count($i)}',
    input: objects,
    gives: { all: 100_000 },
    ends: limit,
  },
  { name: 'a range', text: '[1..10000000]', ends: ['D2015'] },
  { name: 'a range beyond the reference', text: '[1..10000001]', ends: ['D2014', 'D2015'] },
  { name: 'a range of no length', text: '$count([1..1e308])', ends: ['D2014', 'D2015'] },
  { name: 'ranges in ranges', text: '$sum([1..1000000].($sum([1..1000000])))', ends: limit },
  { name: 'a range in each call', text: '$map([1..100000], function($i) { $count([1..$i]) })', ends: limit },
  {
    name: 'a doubling list',
    text: '$reduce([1..60], function($list, $i) { $append($list, $list) }, [1])',
    ends: limit,
  },
  {
    name: 'a doubling constructor',
    text: '$reduce([1..60], function($list, $i) { [$list, $list] }, [1])',
    ends: limit,
  },
  { name: 'a growing list', text: '$reduce([1..1000000], $append)', ends: limit },
  { name: 'a product of lists', text: '$count(items@$a.$$.items@$b.$$.items@$c.(1))', input: objects, ends: limit },
  { name: 'a product by context', text: '$count(items.($$.items.($$.items)))', input: hundredThousand, ends: limit },
  { name: 'a product by join', text: 'items@$a.$$.items@$b[$a.id = $b.name].id', input: objects, ends: limit },
  {
    name: 'as many indexes as items',
    text: '$count(items[$$.items])',
    input: hundredThousand,
    gives: undefined,
    ends: limit,
  },
  { name: 'ascending indexes', text: '$count(items[[0..99999]])', input: hundredThousand, gives: 100_000, ends: limit },
  {
    name: 'the largest of a million',
    text: '$max(items) - $min(items)',
    input: million,
    gives: 1_000_002,
    ends: limit,
  },
  { name: 'a million arguments', text: '$zip(items, items)[0]', input: million, gives: [0, 0], ends: limit },
  { name: 'a result of a million objects', text: '[1..1000000].{"a": [1, 2, 3]}', ends: limit },
  { name: 'spread', text: '$count($spread(items))', input: objects, gives: 300_000, ends: limit },
  { name: 'merge', text: '$count($keys($merge(items.{$string(id): 1})))', input: objects, gives: 100_000, ends: limit },
  {
    name: 'merge in a loop',
    text: '$reduce([1..100000], function($o, $i) { $merge([$o, {$string($i): $i}]) }, {})',
    ends: limit,
  },
  { name: 'keys of all', text: '$count($keys(items))', input: objects, gives: 3, ends: limit },
  { name: 'boolean of zeros', text: '$boolean([1..1000000].(0))', gives: false, ends: limit },
];
