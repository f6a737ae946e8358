import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { applyEdits } from '../syntax/text-edit.ts';
import { checkMapping } from './check-mapping.ts';
import { mappingProblemCodes } from './problem.ts';
import { number, source, target, text } from '../../../testing/mapping/analysis/order-schema.ts';
import { found } from '../../../testing/mapping/analysis/problem-case.ts';
import { sourceProblemCases } from '../../../testing/mapping/analysis/source-problem-cases.ts';
import { targetProblemCases } from '../../../testing/mapping/analysis/target-problem-cases.ts';

const cases = [...sourceProblemCases, ...targetProblemCases];

describe.each(cases)('$code', ({ code, mapping, target: wanted, bindings, expected }) => {
  const options = { source, target: wanted, bindings };

  test('is reported with its range, and with a fix where one is clear', () => {
    const problems = found(mapping, options);
    expect(problems.filter(({ problem }) => problem.split(' ')[1] === code)).toEqual(expected);
  });

  test('is gone once the fix is applied', () => {
    for (const problem of checkMapping(mapping, options)) {
      if (problem.fix === undefined) continue;
      const fixed = checkMapping(applyEdits(mapping, problem.fix.edits), options);
      const same = fixed.filter((other) => other.code === problem.code && other.message === problem.message);
      const before = checkMapping(mapping, options).filter(
        (other) => other.code === problem.code && other.message === problem.message,
      );
      expect(same.length, problem.message).toBe(before.length - 1);
    }
  });
});

test('every code has its case', () => {
  expect(cases.map(({ code }) => code)).toEqual([...mappingProblemCodes]);
});

describe('correct texts have no problems', () => {
  const quiet = target({ a: text, b: text, c: text, d: text, e: { type: 'array', items: text }, f: text }, [
    'a',
    'b',
    'c',
    'd',
    'e',
    'f',
  ]);
  test.each([
    [
      'presence is tested',
      '{ "a": $exists(note) ? note : "-", "b": note ? note : id, "c": note ?? id, "d": note ?: id, "e": [note], "f": $required(note, "X") }',
    ],
    [
      'presence is tested by a variable',
      '($has := $exists(note); { "a": $has ? note : "-", "b": "b", "c": "c", "d": "d", "e": [], "f": "f" })',
    ],
    [
      'a comparison found it',
      '{ "a": note = "x" ? note : "-", "b": $not(note = "x") ? "-" : note, "c": note > "a" and isOpen ? note : "c", "d": "d", "e": lines.name[], "f": "f" }',
    ],
    [
      'unknown shapes',
      '($x := $steps.a.b; { "a": $x, "b": $x.c, "c": $x[0].d, "d": $lookup($x, id), "e": $x, "f": $f($x) & "" })',
    ],
    [
      'null is sorted out',
      '{ "a": nickname ? nickname : "-", "b": nickname != null ? nickname : "-", "c": "c", "d": "d", "e": [], "f": "f" }',
    ],
  ])('%s', (_title, mapping) => {
    const problems = checkMapping(mapping, { source, target: quiet });
    expect(problems.filter(({ code }) => code !== 'UNKNOWN_FUNCTION')).toEqual([]);
  });

  test('a function has a problem only if every call of it has that problem', () => {
    expect(found('($f := function($x) { $x.phase ? $x.phase : $x.country }; [$f(account), lines.($f($))])')).toEqual(
      [],
    );
  });

  test('a filter leaves over only those alternatives of an item for which it can hold', () => {
    const mapping =
      '($all := [lines.{ "isA": true, "name": name }, { "isA": false, "other": 1 }]; { "a": [$all[isA].name], "b": [$all[isA = false].other] })';
    const wanted = target({ a: { type: 'array', items: text }, b: { type: 'array', items: number } });
    expect(found(mapping, { source, target: wanted })).toEqual([]);
  });

  test('without shapes, only the text itself is checked', () => {
    expect(found('{ "a": b.c[d = 1].e * 2, "f": $anything.x }', {})).toEqual([]);
  });

  test('recursive schemas are followed', () => {
    const tree: JsonSchema = {
      $ref: '#/$defs/node',
      $defs: {
        node: {
          type: 'object',
          properties: { name: text, children: { type: 'array', items: { $ref: '#/$defs/node' } } },
        },
      },
    };
    expect(found('$compact($)', { source: tree, target: tree })).toEqual([]);
    expect(
      found('{ "name": name, "children": [children.children.children.{ "name": naem }] }', {
        source: tree,
        target: tree,
      }),
    ).toEqual([
      {
        problem: 'warning UNKNOWN_SOURCE «naem» There is no field "naem" here. Did you mean name?',
        fix: 'Read name: { "name": name, "children": [children.children.children.{ "name": name }] }',
      },
    ]);
  });
});
