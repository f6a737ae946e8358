import { describe, expect, test } from 'vitest';
import { entitySchemas } from '../entity-schemas.ts';
import { mutateText } from '../../../testing/mapping/conformance/mutate-text.ts';
import { SeededRandom } from '../../../testing/mapping/conformance/seeded-random.ts';
import { applyEdits } from '../syntax/text-edit.ts';
import { templates } from '../../templates/registry.ts';
import { createMappingChecker, type CheckedMapping, type CheckOptions } from './create-mapping-checker.ts';
import { source } from '../../../testing/mapping/analysis/order-schema.ts';
import { sourceProblemCases } from '../../../testing/mapping/analysis/source-problem-cases.ts';
import { targetProblemCases } from '../../../testing/mapping/analysis/target-problem-cases.ts';

const entity = (name: string) => entitySchemas[name]?.versions['1.0.0'];

/** Texts, with the shapes of their inputs and results. */
const mappings: readonly (readonly [string, CheckOptions])[] = [
  ...templates.flatMap(({ definitions }) =>
    definitions.flatMap((definition) => {
      if (definition.kind !== 'mapping') return [];
      const { text, source: from, target: to } = definition.document;
      const options: CheckOptions = {
        source: from.kind === 'entity' ? entity(from.entity) : undefined,
        target: to.kind === 'entity' ? entity(to.entity) : undefined,
      };
      return [[text, options] as const];
    }),
  ),
  ...[...sourceProblemCases, ...targetProblemCases].map(
    ({ mapping, target, bindings }) => [mapping, { source, target, bindings }] as const,
  ),
];

const facts = (checked: CheckedMapping, length: number) => ({
  problems: checked.problems,
  lineage: checked.lineage(),
  types: Array.from({ length: 12 }, (_, index) => {
    const { range, text } = checked.typeAt(Math.floor((index * length) / 12)) ?? {};
    return { range, text };
  }),
});

describe('texts with mistakes', () => {
  const random = new SeededRandom(1);
  const mutated = Array.from({ length: 60 }, () =>
    mappings.map(([text, options]) => [mutateText(text, random), options] as const),
  ).flat();

  test('nothing is thrown, and every range is within the text', () => {
    for (const [text, options] of mutated) {
      const { problems } = createMappingChecker(options).check(text);
      const outside = problems
        .flatMap(({ range, fix }) => [range, ...(fix?.edits ?? [])])
        .filter(({ start, end }) => start < 0 || end < start || end > text.length);
      expect(outside, text).toEqual([]);
    }
  });

  test('a fix removes its problem and causes no syntax error', () => {
    let count = 0;
    for (const [text, options] of mutated) {
      const { problems } = createMappingChecker(options).check(text);
      for (const problem of problems) {
        if (problem.fix === undefined) continue;
        count += 1;
        const fixed = createMappingChecker(options).check(applyEdits(text, problem.fix.edits));
        const same = (all: CheckedMapping['problems']) =>
          all.filter(({ code, message }) => code === problem.code && message === problem.message).length;
        expect(fixed.parsed.errors, text).toEqual([]);
        expect(same(fixed.problems), `${problem.message}\n${text}`).toBeLessThan(same(problems));
      }
    }
    expect(count).toBeGreaterThan(300);
  });
});

test('a field is suggested only if that is right for every call of a function that reads it', () => {
  const part = (title: string, name: string) => ({ title, properties: { [name]: {} }, additionalProperties: false });
  const fixes = (one: string, other: string) =>
    createMappingChecker({ source: { properties: { a: part('A', one), b: part('B', other) } } })
      .check('($f := function($x) { $x.phone }; [$f(a), $f(b)])')
      .problems.map(({ code, fix }) => [code, fix?.title]);
  expect(fixes('phones', 'phoned')).toEqual([
    ['UNKNOWN_SOURCE', undefined],
    ['UNKNOWN_SOURCE', undefined],
  ]);
});

test('unreachable parts are not reported to fail', () => {
  expect(createMappingChecker({}).check('[].x.(-"a")').problems).toEqual([]);
});

describe('an edited text', () => {
  test('is checked as if it had been seen for the first time', () => {
    const random = new SeededRandom(2);
    for (const [text, options] of mappings) {
      const checker = createMappingChecker(options);
      let current = text;
      checker.check(current);
      for (let edit = 0; edit < 25; edit += 1) {
        current = random.below(3) === 0 ? text : mutateText(current, random);
        const again = facts(checker.check(current), current.length);
        expect(again, current).toEqual(facts(createMappingChecker(options).check(current), current.length));
      }
    }
  });

  test.each([
    ['a variable changes', '($x := id; { "a": $x, "b": 1 })', '($x := note; { "a": $x, "b": 1 })'],
    [
      'a function changes that another calls',
      '($g := function() { id }; $f := function() { $g() }; { "a": $f() })',
      '($g := function() { note }; $f := function() { $g() }; { "a": $f() })',
    ],
    [
      'a function is defined behind its caller',
      '($f := function() { $g() }; $g := function() { id }; { "a": $f() })',
      '($f := function() { $g() }; $g := function() { note }; { "a": $f() })',
    ],
    ['a builtin is shadowed', '($t := 1; { "a": $trim(id) })', '($trim := function($x) { note }; { "a": $trim(id) })'],
    ['fields move', '{ "a": id, "b": idd }', '{ "b":   idd, "long name": 1, "a": id }'],
    [
      'a field binds a variable of the block',
      '($x := id; { "a": $x := note, "b": $x })',
      '($x := id; { "a": $x := kind, "b": $x })',
    ],
    ['an outer block comes', '{ "a": $x }', '($x := id; ($y := 1; { "a": $x }))'],
    [
      'a parameter of a function nobody calls',
      '($f := function($l) { $l.a & idd }; { "b": 1 })',
      '($f := function($l) { $l.a & id }; { "b": 1 })',
    ],
  ])('%s', (_title, before, after) => {
    const checker = createMappingChecker({ source });
    for (const text of [before, after, before]) {
      expect(facts(checker.check(text), text.length)).toEqual(
        facts(createMappingChecker({ source }).check(text), text.length),
      );
    }
  });
});
