import { limit, numbers, once, records, type Bomb } from './bomb.ts';

const input = once(() => ({
  text: 'lorem ipsum '.repeat(80_000),
  other: `${'lorem ipsum '.repeat(80_000)}!`,
  long: 'x'.repeat(9_000_000),
  same: 'x'.repeat(8_999_999) + 'x',
  digits: '1'.repeat(1_000_000),
  items: numbers(300_000),
  words: numbers(100_000).map(String),
  records: records(50_000),
  object: Object.fromEntries(numbers(50_000).map((number) => [`k${number}`, number])),
}));

/** Work that takes milliseconds at a time but is a single step if only the steps of the mapping are counted. */
const work = [
  [
    'text = other',
    'long = same',
    'long < same',
    'long in [same]',
    'long != same ? 1',
    'text < other',
    'text & other',
    'text in [other]',
    '$length(text)',
    '$uppercase(text)',
  ],
  ['$trim(text)', '$contains(text, "zzz")', '$contains(text, /zzz/)', '$substring(text, 500000, 2)'],
  ['$substringBefore(text, "zzz")', '$substringAfter(text, "m i")', '$split(text, "zzz")', '$split(text, " ")'],
  ['$replace(text, "zzz", "")', '$pad(text, 1000000)', '$replace(text, /zzz/, "")', '$match(text, /zzz/)'],
  ['$base64encode(text)', '$base64decode(text)', '$encodeUrl(text)', '$decodeUrlComponent(text)'],
  ['$number(digits)', '$exists($parseInteger(digits, "0"))', '$parseInteger(text, "w")', '$toMillis(digits)'],
  ['$toMillis(digits, "[Y]")', '$toMillis("1", text)', '$fromMillis(0, text)', '$formatNumber(1, digits)'],
  ['$formatInteger(1, digits)', '$string(items)', '$string(records)', '$join(words)', '$sum(items)'],
  ['$max(items)', '$average(items)', '$count(items[0])', '$append(items, 1)', '[items, 1]', '$reverse(items)'],
  ['$zip(items, items)', '$distinct(items)', '$sort(items)', 'items^($)', '7 in items', 'items = items.$'],
  ['items[$ = 7]', 'items[-1]', 'items[[1, 2]]', '$boolean(items)', '$not(items)', 'items ? 1 : 2'],
  ['$exists(items[7])', '$lookup(records, "nothing")', 'records.nothing', 'records.id', '$keys(records)'],
  ['$keys(object)', '*', '**', 'object.*', '$spread(object)', '$merge(records)', '$merge([object, object])'],
  ['$each(object, $string)', '$sift(object, $not)', '$clone(object)', 'object ~> |$|{"a": 1}|'],
  ['records{$string(group): $count(id)}', 'records#$i[$i = 7]', 'records@$r[$r.id = 7]', 'records.%.digits'],
  ['records.{"a": id}', '$map(items, $string)', '$filter(items, $not)', '$filter(items, function($i) { $i = 7 })'],
  ['$reduce(items, $append)', '[1..300000]', '$type(items)', '$formatBase(1e300, 2)', '$shuffle(items)'],
  ['$assert(true, text)', '-$sum(items)', '$power($sum(items), 2)', '{"a": items}', '(items)[0]'],
  ['$eval("items[0]")', '$string(object, true)', '$match(text, /zz(z)/)'],
].flat();

/** Each piece of work is done a million times. */
export const loopBombs: readonly Bomb[] = work.map((text) => ({
  name: text,
  text: `$count($map([1..1000000], function() { $$.(${text}) ? 1 : 1 }))`,
  input,
  ends: [
    ...limit,
    'D3030',
    'D3140',
    'D3110',
    'D3136',
    'D3050',
    'T0412',
    'D3138',
    'D3137',
    'D3141',
    'REGEX_UNSAFE',
    'BAD_ARGUMENT',
    'D3132',
    'D3130',
    'RESULT_NOT_JSON',
  ],
  gives: 1_000_000,
  isImpureAllowed: true,
}));
