import { describe, expect, test } from 'vitest';
import { callableOf } from '../engine/callable.ts';
import { regexCallable } from '../engine/regex-callable.ts';
import { compileSafeRegex } from '../engine/safe-regex.ts';
import { SeededRandom } from '../../../testing/mapping/conformance/seeded-random.ts';
import { builtins } from './registry.ts';
import { outcomeOf, shown, uncoded } from '../../../testing/mapping/builtins/outcome.ts';
import { randomText } from '../../../testing/mapping/builtins/random-values.ts';
import { referenceFunction, referenceRegex } from '../../../testing/mapping/builtins/reference-function.ts';
import { testRun } from '../../../testing/mapping/builtins/test-run.ts';

const rounds = 200;

const patterns = [
  'a',
  'b+',
  '[a-c]',
  '(a)|(b)',
  '\\s+',
  '^',
  '$',
  'x*',
  '.',
  '(.)(.)',
  '\\d',
  '(?:a|b)+',
  '\\w*',
  '(a)(b)?(c)?',
  '👍',
  '-|_',
  '(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)',
  '(?<letter>[a-z])',
  '\\b',
  'a(?=b)',
  '(.)\\1',
];
const replacements = [
  '',
  'x',
  '$',
  '$$',
  '$0',
  '$1',
  '$2$1',
  '<$1$3>',
  '$10',
  '$11x',
  '$a',
  '$1$',
  '$$1',
  '$-1',
  '$01',
];
const separators = ['', 'a', ' ', '👍', 'ab', '-'];
const limits = [undefined, undefined, undefined, 0, 1, 2, 5, 1.5, -1];

const pick = <T>(random: SeededRandom, values: readonly T[]): T => values[random.below(values.length)] as T;

/**
 * The arguments of a search, for the reference and for ours, because each represents a regular expression differently.
 */
interface Search {
  readonly theirs: unknown;
  readonly ours: unknown;
}

async function randomSearch(random: SeededRandom): Promise<Search> {
  const pattern = random.pick(patterns);
  const flags = random.pick(['', '', 'i', 'm']);
  return { theirs: await referenceRegex(pattern, flags), ours: regexCallable(compileSafeRegex(pattern, flags)) };
}

async function randomArguments(name: string, random: SeededRandom): Promise<{ theirs: unknown[]; ours: unknown[] }> {
  const text = randomText(random, 12);
  const plain = pick(random, separators);
  const search = name === 'match' || random.below(3) > 0 ? await randomSearch(random) : { theirs: plain, ours: plain };
  const limit = name === 'contains' ? [] : [pick(random, limits)];
  if (name !== 'replace') return { theirs: [text, search.theirs, ...limit], ours: [text, search.ours, ...limit] };
  const isFunction = search.ours !== plain && random.below(3) === 0;
  const replacement = isFunction ? randomReplacer(random) : { theirs: random.pick(replacements), ours: undefined };
  return {
    theirs: [text, search.theirs, replacement.theirs, ...limit],
    ours: [text, search.ours, replacement.ours ?? replacement.theirs, ...limit],
  };
}

function randomReplacer(random: SeededRandom): Search {
  const replace = random.pick([
    (found: unknown) => JSON.stringify(found),
    (found: unknown) => Object.keys(found as object).join(),
    () => 1,
  ]);
  const ours = callableOf((_run, [found]) => replace(found), {
    arity: 1,
    label: undefined,
    check: undefined,
    kind: 'lambda',
  });
  return { theirs: replace, ours };
}

describe('searches like the reference', () => {
  test.each(['contains', 'match', 'replace', 'split'])('$%s', async (name) => {
    const builtin = builtins.find((candidate) => candidate.name === name);
    const reference = await referenceFunction(name, 0);
    const random = new SeededRandom(11);
    for (let round = 0; round < rounds; round += 1) {
      const { theirs, ours } = await randomArguments(name, random);
      const expected = await outcomeOf(() => reference.call(theirs));
      const result = await outcomeOf(() => builtin?.implementation(testRun(0), ...ours));
      expect(shown({ args: theirs, result })).toBe(shown({ args: theirs, result: expected }));
    }
  });
});

/** Finds each `a` according to the protocol, or does something else. */
function matcherOf(random: SeededRandom): (text: string) => unknown {
  const strange = pick(random, [undefined, undefined, undefined, 5, 'text', {}, { start: 1 }, { groups: [] }, []]);
  const find = (text: string, from: number): unknown => {
    const start = text.indexOf('a', from);
    if (start < 0) return strange;
    return { match: 'a', start, end: start + 1, groups: [text], next: () => find(text, start + 1) };
  };
  return (text) => find(text, 0);
}

describe('searches by functions that follow the matcher protocol', () => {
  test.each(['contains', 'match', 'replace', 'split'])('$%s', async (name) => {
    const builtin = builtins.find((candidate) => candidate.name === name);
    const reference = await referenceFunction(name, 0);
    const random = new SeededRandom(13);
    for (let round = 0; round < rounds; round += 1) {
      const text = randomText(random, 6);
      const matcher = matcherOf(random);
      const rest = name === 'replace' ? ['<$1>'] : [];
      const expected = await outcomeOf(() => reference.call([text, matcher, ...rest]));
      const result = await outcomeOf(() => builtin?.implementation(testRun(0), text, inLanguage(matcher), ...rest));
      if ('code' in expected && expected.code === uncoded) expect(result).toEqual({ code: 'T1010' });
      else expect(shown({ text, result })).toBe(shown({ text, result: expected }));
    }
  });
});

/** A JavaScript function as a value of the language, including the `next` of its matches. */
function inLanguage(find: (text: string) => unknown): unknown {
  const wrapped = (_run: unknown, [text]: readonly unknown[]): unknown => {
    const found = find(text as string);
    if (typeof found !== 'object' || found === null || !('next' in found)) return found;
    return { ...found, next: inLanguage(found.next as (text: string) => unknown) };
  };
  return callableOf(wrapped, { arity: 1, label: undefined, check: undefined, kind: 'lambda' });
}
