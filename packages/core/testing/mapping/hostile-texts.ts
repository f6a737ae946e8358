/**
 * Mapping texts that are designed to keep their readers busy. Each shape gives a text of about the requested length.
 */
export interface HostileShape {
  readonly name: string;
  readonly text: (length: number) => string;
}

const repeated = (name: string, unit: string, around: readonly [string, string] = ['', '']): HostileShape => ({
  name,
  text: (length) => around[0] + unit.repeat(Math.ceil(length / unit.length)) + around[1],
});

const nested = (name: string, open: string, inner: string, close: string): HostileShape => ({
  name,
  text: (length) => {
    const times = Math.ceil(length / (open.length + close.length));
    return open.repeat(times) + inner + close.repeat(times);
  },
});

/**
 * Functions that each call the previous one several times. The text grows linearly with their number, the calls
 * exponentially.
 */
const tower = (name: string, calls: (before: string) => string, levels = Infinity): HostileShape => ({
  name,
  text: (length) => {
    let text = '$f0 := function($x) { $x };';
    for (let level = 1; text.length < length && level <= levels; level += 1) {
      text += `$f${level} := function($x) { ${calls(`$f${level - 1}`)} };`;
    }
    return `(${text} $f${Math.max(1, (text.match(/:=/g)?.length ?? 1) - 1)}(a))`;
  },
});

/** Variables that each contain the previous one several times. */
const chain = (name: string, first: string, next: (before: string) => string): HostileShape => ({
  name,
  text: (length) => {
    let text = `$v0 := ${first};`;
    let level = 0;
    while (text.length < length) {
      level += 1;
      text += `$v${level} := ${next(`$v${level - 1}`)};`;
    }
    return `(${text} { "x": $v${level} })`;
  },
});

export const hostileShapes: readonly HostileShape[] = [
  nested('blocks', '(', '1', ')'),
  nested('lists', '[', '1', ']'),
  nested('objects', '{"a":', '1', '}'),
  nested('calls', '$f(', '1', ')'),
  nested('calls of a builtin', '$sum(', '1', ')'),
  nested('distinct paths', '$distinct(a.', 'b', ')'),
  nested('functions', 'function($x){', '$x', '}'),
  nested('functions that are called', '(function($x){', '$x', '})(1)'),
  nested('filters', 'a[', '1', ']'),
  nested('groups', 'a{"b":', '1', '}'),
  nested('order-bys', 'a^(', 'a', ')'),
  nested('transforms', 'a ~> |$|', '{}', '|'),
  nested('maps in maps', '$map(a, function($x) { ', '$x', ' })'),
  nested('reductions', '$reduce(a, function($x, $y) { ', '$x', ' })'),
  nested('conditions on both sides', '(a ? ', '1', ' : b)'),
  repeated('blocks that nobody closes', '('),
  repeated('lists that nobody closes', '[1,'),
  repeated('objects that nobody closes', '{"a":'),
  repeated('brackets of all kinds', '([{'),
  repeated('closing brackets', ')'),
  repeated('closing brackets of all kinds', '}])'),
  repeated('brackets that do not fit', '(]'),
  repeated('commas', ','),
  repeated('semicolons', ';'),
  repeated('colons', ':'),
  repeated('question marks', '?'),
  repeated('dots', '.'),
  repeated('operators', '+ * / '),
  repeated('binds', ':='),
  repeated('tildes', '~>'),
  repeated('carets', '^('),
  repeated('dollars', '$'),
  repeated('backquotes', '`'),
  repeated('quotes', '"'),
  repeated('quotes and backslashes', '"\\'),
  repeated('comments that do not end', '/* '),
  repeated('comments', '/**/'),
  repeated('slashes', '/'),
  repeated('regular expressions', '/a/ '),
  repeated('signs that mean nothing', '\u0001'),
  repeated('emoji', '😀'),
  repeated('names', 'a '),
  repeated('numbers', '1 '),
  repeated('a long number', '1'),
  repeated('a long name', 'a'),
  repeated('words', 'and or in '),
  repeated('sums', '1 + ', ['', '1']),
  repeated('texts', '"a" & ', ['', '"a"']),
  repeated('differences', 'a - ', ['', 'a']),
  repeated('comparisons', 'a = ', ['', 'a']),
  repeated('conjunctions', 'a and ', ['', 'a']),
  repeated('minus', '-', ['', '1']),
  repeated('steps', 'a.', ['', 'a']),
  repeated('steps of all kinds', '*.**.%.$.', ['', 'a']),
  repeated('filters in a row', '[0]', ['a', '']),
  repeated('conditions in a row', '[a=1]', ['a', '']),
  repeated('groups in a row', '{"a":1}', ['a', '']),
  repeated('empty brackets in a row', '[]', ['a', '']),
  repeated('parents', '.%', ['a', '']),
  repeated('positions', '#$i', ['a', '']),
  repeated('joins', '@$i.b', ['a', '']),
  repeated('chains', ' ~> $string()', ['1', '']),
  repeated('conditions', 'true ? ', ['', '1']),
  repeated('else', 'false ? 1 : ', ['', '1']),
  repeated('defaults', 'nothing ?? ', ['', '1']),
  repeated('binds in a row', '$a := ', ['', '1']),
  repeated('a long list', '1,', ['[', '1]']),
  repeated('a long list of paths', 'a.b,', ['[', '1]']),
  repeated('a long block', '1;', ['(', '2)']),
  repeated('a long block of variables', '$a := a;', ['(', '$a)']),
  repeated('many arguments', '1,', ['$f(', '1)']),
  repeated('many parameters', '$a,', ['function(', '$b){1}']),
  repeated('many keys that are the same', '"a":1,', ['{', '"b":2}']),
  repeated('many computed keys', 'a:1,', ['{', '"b":2}']),
  repeated('many order-by terms', 'a,', ['b^(', 'c)']),
  repeated('many optional fields', '"a" & b: c.d,', ['[1,2].{', '"b":2}']),
  {
    name: 'many keys',
    text: (length) =>
      `{${Array.from({ length: Math.ceil(length / 14) }, (_, index) => `"k${index}": a.b`).join(', ')}}`,
  },
  {
    name: 'many variables',
    text: (length) =>
      `(${Array.from({ length: Math.ceil(length / 14) }, (_, index) => `$v${index} := a.b`).join('; ')}; $v0)`,
  },
  {
    name: 'many unknown functions',
    text: (length) => `[${Array.from({ length: Math.ceil(length / 10) }, (_, index) => `$fun${index}()`).join(', ')}]`,
  },
  tower('functions that call the one before twice', (f) => `${f}($x) & ${f}($x)`),
  tower('functions that call the one before ten times', (f) =>
    Array.from({ length: 10 }, () => `${f}($x)`).join(' + '),
  ),
  tower('functions that map the one before', (f) => `$map($x, function($y) { ${f}($y) & ${f}($x) })`),
  tower('functions in conditions', (f) => `${f}($x) ? ${f}($x + 1) : ${f}($x - 1)`),
  tower('functions in objects', (f) => `{ "a": ${f}($x), "b": ${f}($x), "c": ${f}($x) }`),
  tower('functions in filters', (f) => `$x[${f}($) = ${f}($x)]`),
  tower('functions in defaults', (f) => `${f}($x) ?? ${f}($x.a) ?: ${f}($x.b)`),
  chain('values that hold the one before twice', 'a', (v) => `{ "l": ${v}, "r": ${v} }`),
  chain('lists that hold the one before twice', 'a', (v) => `[[${v}], [${v}]]`),
  chain('conditions between values', 'a', (v) => `c ? { "a": ${v} } : { "b": ${v} }`),
  chain('merges', '{}', (v) => `$merge([${v}, c ? { "a": a } : { "b": b }])`),
  chain('texts of values', 'a', (v) => `${v} & ${v}`),
];
