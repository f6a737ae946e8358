import { expect, test } from 'vitest';
import { compileMapping } from '../compile-mapping.ts';

// A tail call of $map from another $map is not settled, so the outer list contains an empty sequence.
test('an empty sequence in a list of one becomes nothing after two expressions have settled it', () => {
  const text = '($f := function($n){$n <= 0 ? missing : $map(1, function(){ $f($n - 1) })}; $f(2))';
  expect(compileMapping(text).evaluate({})).toBeUndefined();
});

test('a path that finds an empty list of the data before its last step has that list as its value', () => {
  const input = {
    a: [
      { b: 1, c: [] },
      { b: 0, c: [[]] },
    ],
  };
  expect(compileMapping('a.[c]^($count($))[0].$count(d)').evaluate(input)).toEqual([]);
});

test("a wildcard on a sequence gives its items, and not the engine's marks", () => {
  expect(compileMapping('[*].$').evaluate({ a: 1 })).toEqual({ a: 1 });
  expect(
    compileMapping('$map(list, function($each) { $each.items }).*').evaluate({
      list: [{ items: [{ a: 1 }, { a: 2 }] }, { items: [{ a: 3 }] }],
    }),
  ).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }]);
});
