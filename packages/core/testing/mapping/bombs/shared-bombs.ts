import { deepList, deepObject, limit, once, type Bomb } from './bomb.ts';

/** `[$x, $x]` nested forty times: little memory, but a trillion values if every path is followed. */
const shared = (use: string): string => `($x := $reduce([1..40], function($x, $i) { [$x, $x] }, {"a": 0}); ${use})`;
const same = (use: string): string => use;

/** The same with objects. */
const sharedFields = (use: string): string =>
  `($x := $reduce([1..40], function($x, $i) { {"a": $x, "b": $x} }, 0); ${use})`;

const sharedUses: readonly (readonly [use: string, gives?: unknown])[] = [
  ['$x'],
  ['$string($x)'],
  ['$x & ""'],
  ['$boolean($x)', false],
  ['$not($x)', true],
  ['$x ? 1 : 2', 2],
  ['[1][$x]'],
  ['$x = $reduce([1..40], function($x, $i) { [$x, $x] }, {"a": 0})', true],
  ['$x != [[]]', true],
  ['$count($distinct([$x, [$x], [[$x]]]))'],
  ['$count($x.**)'],
  ['$count($x.*)'],
  ['$count($x.a)'],
  ['$x[0].a'],
  ['$lookup($x, "a")'],
  ['$keys($x)'],
  ['$count($spread($x))'],
  ['$clone($x)'],
  ['$x ~> |$|{"b": 1}|'],
  ['$count($append($x, $x))', 4],
  ['$count($zip($x, $x))', 2],
  ['$type($x)', 'array'],
  ['$count($x)', 2],
  ['$x in [$x]', true],
  ['$sort($x, function($l, $r) { $l = $r })'],
  ['$x^(a)'],
  ['$join($x)'],
  ['$count([[1..3]][$x])'],
  ['/a/($x)'],
  ['$x{"a": $}'],
];

const fieldUses: readonly (readonly [use: string, gives?: unknown])[] = [
  ['$x'],
  ['$string($x)'],
  ['$count($x.**)'],
  ['$count($x.*)', 2],
  ['$x = $reduce([1..40], function($x, $i) { {"a": $x, "b": $x} }, 0)', true],
  ['$clone($x)'],
  ['$x ~> |**|{"c": 1}|'],
  ['$count($distinct([$x, $x.a, $x.b]))', 2],
  ['$boolean($x)', true],
  ['$merge([$x, $x]).a.b.a.b.c', undefined],
];

const deepUses: readonly (readonly [use: string, gives?: unknown])[] = [
  ['$'],
  ['$string($)'],
  ['$count(**)'],
  ['*'],
  ['a'],
  ['a.a.a.b', undefined],
  ['$ = $', true],
  ['$ = $clone($)', true],
  ['$clone($)'],
  ['$ ~> |**|{"b": 1}|'],
  ['$count($distinct([$, [$]]))'],
  ['$lookup($, "b")', undefined],
  ['$spread($)'],
  ['{"b": $}'],
  ['$^(a)'],
  ['$join($)'],
];

const levels = 100_000;
const lists = once(() => deepList(levels));
const objects = once(() => deepObject(levels));

/** Values that can be reached on many paths, that contain themselves, or that are nested without end. */
export const sharedBombs: readonly Bomb[] = [
  ...sharedUses.map((use) => bomb('a shared list', shared, use)),
  ...fieldUses.map((use) => bomb('a shared object', sharedFields, use)),
  ...deepUses.map((use): Bomb => ({ ...bomb('deep lists', same, use), input: lists })),
  ...deepUses.map((use): Bomb => ({ ...bomb('deep objects', same, use), input: objects })),
  {
    name: 'a deep list that is made',
    text: '$reduce([1..100000], function($x, $i) { [$x] }, 1)',
    ends: limit,
    gives: [1],
  },
  { name: 'a deep object that is made', text: '$reduce([1..100000], function($x, $i) { {"a": $x} }, 1)', ends: limit },
  { name: 'an object that holds itself', text: '{"a": 1} ~> |$|{"self": $}|', ends: limit },
  { name: 'an object that holds itself, as text', text: '$string({"a": 1} ~> |$|{"self": $}|)', ends: limit },
  {
    name: 'an object that holds itself, compared',
    text: '($x := {"a": 1} ~> |$|{"self": $}|; $x = {"a": 1, "self": $x})',
    ends: limit,
    gives: true,
  },
  { name: 'an object that holds itself, searched', text: '$count(({"a": 1} ~> |$|{"self": $}|).**)', ends: limit },
];

function bomb(of: string, around: (use: string) => string, use: readonly [use: string, gives?: unknown]): Bomb {
  const [text, gives] = use;
  const result = use.length > 1 ? { gives } : {};
  return {
    name: `${of}: ${text}`,
    text: around(text),
    ends: [...limit, 'T0410', 'T0412', 'T2008', 'D3070'],
    ...result,
  };
}
