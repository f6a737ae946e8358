import { describe, expect, test } from 'vitest';
import { callableOf } from '../engine/callable.ts';
import { EvaluationFailure } from '../engine/failure.ts';
import { SeededRandom } from '../../../testing/mapping/conformance/seeded-random.ts';
import { builtins } from './registry.ts';
import { outcomeOf, shown } from '../../../testing/mapping/builtins/outcome.ts';
import {
  randomList,
  randomNumber,
  randomRecord,
  randomValue,
} from '../../../testing/mapping/builtins/random-values.ts';
import { referenceFunction } from '../../../testing/mapping/builtins/reference-function.ts';
import { testRun } from '../../../testing/mapping/builtins/test-run.ts';

const rounds = 200;

type Behaviour = (...args: unknown[]) => unknown;

/** What the callbacks may do. The last one fails now and then. */
const behaviours: readonly Behaviour[] = [
  (...args) => args[0],
  (...args) => args.length,
  (first) => (Array.isArray(first) ? [] : typeof first === 'string' ? undefined : first),
  (first, second) => Number(first) > Number(second),
  (first, second) => [first, second],
  (first) => [0, [null, first]],
  (first) => {
    if (Number(first) > 50) throw new EvaluationFailure('TOO_BIG', 'This one is too big.');
    return { first };
  },
];

const lists = (random: SeededRandom): unknown[] =>
  randomList(random, () => (random.below(2) === 0 ? randomNumber(random) : randomValue(random, 2)), 9);
const records = (random: SeededRandom): unknown => randomRecord(random, () => randomValue(random, 2));

const firstArguments: Readonly<Record<string, (random: SeededRandom) => unknown>> = {
  map: lists,
  filter: lists,
  single: lists,
  reduce: lists,
  sort: lists,
  sift: records,
  each: records,
};

describe('calls back as the reference does, with the same arguments in the same order', () => {
  test.each(Object.entries(firstArguments))('$%s', async (name, firstArgument) => {
    const builtin = builtins.find((candidate) => candidate.name === name);
    const reference = await referenceFunction(name, 0);
    const random = new SeededRandom(7);
    for (let round = 0; round < rounds; round += 1) {
      const first = firstArgument(random);
      const behaviour = random.pick(behaviours);
      const arity = 1 + random.below(4);
      const rest = name === 'reduce' && random.below(2) === 0 ? [randomValue(random, 2)] : [];
      const calls = { ours: [] as unknown[], reference: [] as unknown[] };
      const theirs = Object.assign((...args: unknown[]) => (calls.reference.push(args), behaviour(...args)), { arity });
      const ours = callableOf((_run, args) => (calls.ours.push(args), behaviour(...args)), {
        arity,
        label: undefined,
        check: undefined,
        kind: 'lambda',
      });
      const expected = await outcomeOf(() => reference.call([first, theirs, ...rest]));
      const result = await outcomeOf(() => builtin?.implementation(testRun(0), first, ours, ...rest));
      expect(shown({ first, result, calls: calls.ours })).toBe(
        shown({ first, result: expected, calls: calls.reference }),
      );
    }
  });
});
