import { limit, type Bomb } from './bomb.ts';

/** Doubles a text in each of 19 variables, up to five million characters, and uses the last one. */
function doubled(use: string, seed = '0123456789'): string {
  const steps = Array.from({ length: 19 }, (_, index) => `$a${index + 1} := $a${index} & $a${index};`);
  return `($a0 := "${seed}"; ${steps.join(' ')} ${use})`;
}

const copies = (count: number): string => Array.from({ length: count }, () => '$a19').join(', ');

const longText = (): unknown => ({ text: 'ab '.repeat(300_000) });

/** Texts that are long, grow, or take long to read and write. */
export const textBombs: readonly Bomb[] = [
  { name: 'pad', text: '$pad("x", 1e8)', ends: limit },
  { name: 'pad on the left', text: '$pad("x", -1e8, "ab")', ends: limit },
  { name: 'pad beyond any length', text: '$pad("x", 1e300)', ends: limit },
  { name: 'pad and pad', text: '$map([1..1000], function() { $length($pad("x", 9000000)) })', ends: limit },
  {
    name: 'a doubling text',
    text: '$reduce([1..60], function($text, $i) { $text & $text }, "x")',
    ends: limit,
  },
  { name: 'copies of a doubled text', text: doubled(`[${copies(95)}]`), ends: limit },
  { name: 'copies of a doubled text of signs to escape', text: doubled(`[${copies(95)}]`, '\\u0001'), ends: limit },
  { name: 'copies of a doubled text, as text', text: doubled(`$string([${copies(95)}])`), ends: limit },
  { name: 'copies of a doubled text in objects', text: doubled('[1..1000].{ "a": $a19, "b": [$a19] }'), ends: limit },
  { name: 'copies of a doubled text, one by one', text: doubled('[1..1000].$a19'), ends: limit },
  { name: 'a doubled text as a key', text: doubled('[1..1000].{ $a19: 1 }'), ends: limit },
  { name: 'a doubled text as the key of a group', text: doubled('[1..3]{ $a19 & $: $ }'), ends: limit },
  { name: 'a doubled text, longer each time', text: doubled('$count([1..100000].($a19 & $))'), ends: limit },
  {
    name: 'a literal again and again',
    text: `[1..50000].{ "a": "${'long '.repeat(100)}" }`,
    ends: limit,
  },
  {
    name: 'indentation',
    text: '$length($string($reduce([1..900], function($x, $i) { [$x] }, [1..20000]), true))',
    ends: limit,
  },
  {
    name: 'a growing text',
    text: '$length($reduce([1..1000000], function($text, $i) { $text & "x" }, ""))',
    gives: 1_000_000,
    ends: limit,
  },
  { name: 'join', text: '$join([1..100000].("x"), $pad("", 1000))', ends: limit },
  {
    name: 'join doubles',
    text: '$reduce([1..60], function($text, $i) { $join([$text, $text]) }, "x")',
    ends: limit,
  },
  {
    name: 'replace makes long',
    text: '$replace($pad("", 10000, "a"), "a", $pad("", 10000, "b"))',
    ends: limit,
  },
  {
    name: 'replace repeats the match',
    text: '$reduce([1..40], function($text, $i) { $replace($text, /^.*$/, "$0$0") }, "ab")',
    ends: limit,
  },
  { name: 'replace by a function', text: '$replace(text, /./, function() { $$.text })', input: longText, ends: limit },
  { name: 'split into units', text: '$count($split(text, ""))', input: longText, gives: 900_000, ends: limit },
  {
    name: 'split by a regular expression',
    text: '$count($split(text, / /))',
    input: longText,
    gives: 300_001,
    ends: limit,
  },
  { name: 'match every unit', text: '$count($match(text, /./))', input: longText, gives: 900_000, ends: limit },
  {
    name: 'join an exploded text',
    text: '$length($join($split(text, ""), "----------------"))',
    input: longText,
    ends: limit,
  },
  {
    name: 'uppercase that grows',
    text: '$reduce([1..60], function($text, $i) { $uppercase($text & $text) }, "ß")',
    ends: limit,
  },
  {
    name: 'encode again and again',
    text: '$length($reduce([1..60], function($text, $i) { $encodeUrlComponent($text) }, "%%%%%%%%%%"))',
    gives: 1_210,
    ends: limit,
  },
  {
    name: 'base64 again and again',
    text: '$length($reduce([1..100], function($text, $i) { $base64encode($text) }, "abcdefgh"))',
    ends: limit,
  },
  {
    name: 'quotes in quotes',
    text: '$length($reduce([1..60], function($text, $i) { $string([$text]) }, "a"))',
    ends: limit,
  },
  { name: 'a timestamp of 500 digits', text: '$toMillis($pad("", 500, "1"), "[Y]-[M]-[D]")', gives: undefined },
  {
    name: 'a timestamp of digits and nothing else',
    text: '$toMillis($pad("", 500, "1") & "x", "[Y][M][D][H][m][s][f]")',
    gives: undefined,
  },
  {
    name: 'a timestamp in words',
    text: '$toMillis($pad("", 50000, "one ") & "!", "[Yw] [Mw] [Dw]")',
    gives: undefined,
    ends: limit,
  },
  {
    name: 'a timestamp of words without gaps',
    text: '$toMillis($pad("", 50000, "six") & "!", "[Yw][Mw][Dw]")',
    gives: undefined,
    ends: limit,
  },
  {
    name: 'a long timestamp',
    text: '$toMillis($pad("2026-11-23T00:00:00.", 1000000, "1") & "!")',
    ends: ['D3110', ...limit],
  },
  {
    name: 'a picture of a million parts',
    text: '$toMillis("1", $pad("", 999999, "[Y]"))',
    gives: undefined,
    ends: ['D3136', ...limit],
  },
  {
    name: 'an instant of a million parts',
    text: '$length($fromMillis(0, $pad("", 999999, "[Y]")))',
    gives: 1_333_332,
    ends: limit,
  },
  { name: 'a wide year', text: '$fromMillis(0, "[Y,999999999]")', ends: limit },
  { name: 'wide fractions', text: '$fromMillis(0, "[f,99999999-99999999]")', ends: limit },
  { name: 'many wide parts', text: '$fromMillis(0, $pad("", 99990, "[M,999999]"))', ends: limit },
  {
    name: 'an instant far away',
    text: '$fromMillis(1e300)',
    gives: '0NaN-NaN-NaNTNaN:NaN:NaN.NaNZ',
  },
  { name: 'a Roman numeral', text: '$formatInteger(1e15, "I")', ends: limit },
  { name: 'the largest Roman numeral', text: '$formatInteger(1e308, "i")', ends: limit },
  { name: 'the largest number in words', text: '$length($formatInteger(1.7e308, "w")) > 100', gives: true },
  { name: 'the largest number in letters', text: '$length($formatInteger(1.7e308, "A")) > 100', gives: true },
  {
    name: 'a picture of a million zeros',
    text: '$length($formatInteger(1, $pad("", 1000000, "0")))',
    gives: 1_000_000,
    ends: limit,
  },
  {
    name: 'a picture of separators',
    text: '$length($formatInteger(1, $pad("", 1000000, "0,")))',
    gives: 999_999,
    ends: limit,
  },
  {
    name: 'irregular separators',
    text: '$length($formatInteger(1, $pad("", 300000, "0,0.")))',
    ends: limit,
    gives: 300_000,
  },
  {
    name: 'a number picture of a million digits',
    text: '$length($formatNumber(1, $pad("", 1000000, "0")))',
    gives: 1_000_000,
    ends: limit,
  },
  { name: 'a number picture with groups', text: '$formatNumber(1, $pad("", 300000, "0,") & "0")', ends: limit },
  {
    name: 'a number picture with fractions',
    text: '$formatNumber(1, "0." & $pad("", 1000000, "0"))',
    ends: [...limit, 'BAD_ARGUMENT', 'D3086'],
  },
  { name: 'an exponent of zero', text: '$formatNumber(0, "00.0e0")', gives: '00.0e0' },
  { name: 'a negative exponent', text: '$formatNumber(-1e-300, "0.0e0")', gives: '-10.0e-301' },
  {
    name: 'words to a number',
    text: '$exists($parseInteger($pad("", 3000000, "one hundred and "), "w"))',
    gives: true,
    ends: limit,
  },
  {
    name: 'letters to a number',
    text: '$parseInteger($pad("", 1000000, "z"), "a")',
    ends: ['RESULT_NOT_JSON', ...limit],
  },
  { name: 'rounding to no place', text: '$round(1.5, 1e300)', ends: ['RESULT_NOT_JSON', 'D1001'], gives: 1.5 },
  { name: 'a power without end', text: '$power(10, 1e300)', ends: ['D3061'] },
];
