import type { Builtin } from './builtin.ts';
import { abs } from './abs.ts';
import { append } from './append.ts';
import { assert } from './assert.ts';
import { average } from './average.ts';
import { base64decode } from './base64decode.ts';
import { base64encode } from './base64encode.ts';
import { boolean } from './boolean.ts';
import { ceil } from './ceil.ts';
import { clone } from './clone.ts';
import { contains } from './contains.ts';
import { count } from './count.ts';
import { decodeUrlComponent } from './decode-url-component.ts';
import { decodeUrl } from './decode-url.ts';
import { distinct } from './distinct.ts';
import { each } from './each.ts';
import { encodeUrlComponent } from './encode-url-component.ts';
import { encodeUrl } from './encode-url.ts';
import { error } from './error.ts';
import { exists } from './exists.ts';
import { filter } from './filter.ts';
import { floor } from './floor.ts';
import { formatBase } from './format-base.ts';
import { formatInteger } from './format-integer.ts';
import { formatNumber } from './format-number.ts';
import { fromMillis } from './from-millis.ts';
import { join } from './join.ts';
import { keys } from './keys.ts';
import { length } from './length.ts';
import { lookup } from './lookup.ts';
import { lowercase } from './lowercase.ts';
import { map } from './map.ts';
import { match } from './match.ts';
import { max } from './max.ts';
import { merge } from './merge.ts';
import { millis } from './millis.ts';
import { min } from './min.ts';
import { not } from './not.ts';
import { now } from './now.ts';
import { number } from './number.ts';
import { pad } from './pad.ts';
import { parseInteger } from './parse-integer.ts';
import { power } from './power.ts';
import { random } from './random.ts';
import { reduce } from './reduce.ts';
import { replace } from './replace.ts';
import { reverse } from './reverse.ts';
import { round } from './round.ts';
import { shuffle } from './shuffle.ts';
import { sift } from './sift.ts';
import { single } from './single.ts';
import { sort } from './sort.ts';
import { split } from './split.ts';
import { spread } from './spread.ts';
import { sqrt } from './sqrt.ts';
import { string } from './string.ts';
import { substringAfter } from './substring-after.ts';
import { substringBefore } from './substring-before.ts';
import { substring } from './substring.ts';
import { sum } from './sum.ts';
import { toMillis } from './to-millis.ts';
import { trim } from './trim.ts';
import { type } from './type.ts';
import { uppercase } from './uppercase.ts';
import { zip } from './zip.ts';

/**
 * Every function that JSONata 2.2 itself defines, except `$eval`, which only the compiler can provide; see
 * docs.jsonata.org.
 */
export const builtins: readonly Builtin[] = [
  abs,
  append,
  assert,
  average,
  base64decode,
  base64encode,
  boolean,
  ceil,
  clone,
  contains,
  count,
  decodeUrl,
  decodeUrlComponent,
  distinct,
  each,
  encodeUrl,
  encodeUrlComponent,
  error,
  exists,
  filter,
  floor,
  formatBase,
  formatInteger,
  formatNumber,
  fromMillis,
  join,
  keys,
  length,
  lookup,
  lowercase,
  map,
  match,
  max,
  merge,
  millis,
  min,
  not,
  now,
  number,
  pad,
  parseInteger,
  power,
  random,
  reduce,
  replace,
  reverse,
  round,
  shuffle,
  sift,
  single,
  sort,
  split,
  spread,
  sqrt,
  string,
  substring,
  substringAfter,
  substringBefore,
  sum,
  toMillis,
  trim,
  type,
  uppercase,
  zip,
];
