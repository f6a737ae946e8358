/**
 * What a parameter accepts: `n` number, `i` small number, `s` text, `b` boolean, `x` anything, `l` list, `N` `S` `O`
 * list of numbers, texts, objects, `o` object, `f` `g` function of one and two parameters, `r` regular expression or
 * text, `R` regular expression, `d` date picture, `t` timestamp, `z` time zone, `I` `P` picture of an integer or
 * number, `M` replacement.
 */
export type ParameterCode = string;

export interface BuiltinCall {
  readonly name: string;
  readonly required: readonly ParameterCode[];
  readonly optional: readonly ParameterCode[];
  /** What it returns: `n` `s` `b` `l` `o` `x` as above. */
  readonly result: string;
}

/**
 * Every builtin except `$eval`, `$random` and `$shuffle`, which mappings may not call, and `$now`, which takes no data.
 */
export const builtinCalls: readonly BuiltinCall[] = [
  ['sum N > n', 'count l > n', 'max N > n', 'min N > n', 'average N > n', 'string x ?b > s'],
  ['substring s i ?i > s', 'substringBefore s s > s', 'substringAfter s s > s', 'lowercase s > s'],
  ['uppercase s > s', 'length s > n', 'trim s > s', 'pad s i ?s > s', 'match s R ?i > l'],
  ['contains s r > b', 'replace s r M ?i > s', 'split s r ?i > l', 'join S ?s > s'],
  ['formatNumber n P ?o > s', 'formatBase n ?i > s', 'formatInteger n I > s', 'parseInteger s I > n'],
  ['number s > n', 'floor n > n', 'ceil n > n', 'round n ?i > n', 'abs n > n', 'sqrt n > n', 'power n i > n'],
  ['boolean x > b', 'not x > b', 'map l f > l', 'zip l l > l', 'zip l l l > l', 'filter l f > l'],
  ['single l ?f > x', 'reduce l g ?x > x', 'sift o f > o', 'keys x > l', 'lookup x s > x'],
  ['append x x > l', 'exists x > b', 'spread x > l', 'merge O > o', 'reverse l > l', 'each o g > l'],
  ['assert b ?s > x', 'type x > s', 'sort N > l', 'sort S > l', 'sort l g > l', 'distinct l > l'],
  ['base64encode s > s', 'base64decode s > s', 'encodeUrlComponent s > s', 'encodeUrl s > s'],
  ['decodeUrlComponent s > s', 'decodeUrl s > s', 'toMillis t ?d > n', 'fromMillis n ?d ?z > s'],
  ['clone o > o', 'millis > n', 'now ?d ?z > s', 'error ?s > x', 'number b > n', 'formatInteger n I > s'],
  ['toMillis s d > n'],
]
  .flat()
  .map(readCall);

function readCall(line: string): BuiltinCall {
  const [name = '', ...codes] = line.split(' ');
  const result = codes.pop() ?? 'x';
  const parameters = codes.slice(0, -1);
  return {
    name,
    required: parameters.filter((code) => !code.startsWith('?')),
    optional: parameters.filter((code) => code.startsWith('?')).map((code) => code.slice(1)),
    result,
  };
}
