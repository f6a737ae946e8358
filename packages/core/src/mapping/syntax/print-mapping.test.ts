import { describe, expect, it } from 'vitest';
import { parseMapping } from './parse-mapping.ts';
import { printMapping } from './print-mapping.ts';
import { SeededRandom } from '../../../testing/mapping/conformance/seeded-random.ts';
import { sprinkleComments } from '../../../testing/mapping/conformance/sprinkle-comments.ts';
import { readSuiteCases } from '../../../testing/mapping/conformance/suite-cases.ts';
import { withoutRanges } from '../../../testing/mapping/conformance/without-ranges.ts';

describe('printMapping', () => {
  it('formats, and keeps every comment where it belongs', () => {
    const text = `/* head */ ($rate := 1.5; /* x */ $f := function($a,$b)<nn:n>{$a+$b};

{"id": Account.Id, /* the id */
"lines": lines[type="time" and amount > 100 and someVeryLongFieldName = "someVeryLongValue" or other].{"a":a, "b": qty*$rate},
"kind": type = "fixed" ? "F" : type = "time and materials" ? "T" : $string(type) & " is not a contract type",
"d": $map(items, function($v,$i){ $v.price * $i }), "g": a{b: c}
/* "old": 1 */
})`;
    expect(printMapping(text)).toBe(`/* head */ (
  $rate := 1.5;
  /* x */ $f := function($a, $b)<nn:n> { $a + $b };

  {
    "id": Account.Id, /* the id */
    "lines": lines[
      type = "time" and amount > 100 and someVeryLongFieldName = "someVeryLongValue" or other
    ].{ "a": a, "b": qty * $rate },
    "kind": type = "fixed"
      ? "F"
      : type = "time and materials"
      ? "T"
      : $string(type) & " is not a contract type",
    "d": $map(items, function($v, $i) { $v.price * $i }),
    "g": a{ b: c }
    /* "old": 1 */
  }
)`);
  });

  it('leaves a text with errors alone', () => {
    expect(printMapping('{ "a":  }')).toBe('{ "a":  }');
  });

  it.each([
    ['a/ *', 'a / *'],
    ['* * *', '* * *'],
    ['- -1', '--1'],
    ['[1 ..2]', '[1..2]'],
    ['a[ ]^( <b,c )', 'a[]^(<b, c)'],
    ['f( ? ,1)\n', 'f(?, 1)\n'],
    ['(a;)', '(a;)'],
    ['λ($x)< s - :n >{ }', 'λ($x)< s - :n >{ }'],
    ['λ($x)< s - :n >{$x}', 'λ($x)< s - :n > { $x }'],
    ['{ }', '{}'],
  ])('%s', (text, expected) => {
    expect(printMapping(text)).toBe(expected);
  });
});

const cases = readSuiteCases();
if (cases === undefined) console.warn('SKIPPED: the JSONata test suite is not beside the repository.');

describe.skipIf(cases === undefined)('printMapping, over the official suite', () => {
  const parsable = (cases ?? []).filter(({ text }) => parseMapping(text).ir !== undefined);
  const commentsOf = (text: string) =>
    parseMapping(text)
      .tree.tokens.filter(({ kind }) => kind === 'comment')
      .map(({ start, end }) => text.slice(start, end));
  const check = (text: string): unknown[] => {
    const printed = printMapping(text);
    const facts = {
      meaning: withoutRanges(parseMapping(printed).ir),
      comments: commentsOf(printed),
      again: printMapping(printed),
    };
    const wanted = { meaning: withoutRanges(parseMapping(text).ir), comments: commentsOf(text), again: printed };
    return JSON.stringify(facts) === JSON.stringify(wanted) ? [] : [{ text, facts, wanted }];
  };

  it('changes no meaning, loses no comment, and is idempotent', () => {
    expect(parsable.flatMap(({ text }) => check(text))).toEqual([]);
  });

  it('does the same with comments and line breaks anywhere', () => {
    const random = new SeededRandom(7);
    const texts = parsable.filter(({ text }) => text.length < 1000);
    expect(texts.flatMap(({ text }) => check(sprinkleComments(parseMapping(text).tree, random)))).toEqual([]);
  });
});
