import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../../testing/mapping/conformance/seeded-random.ts';
import { builtins } from './registry.ts';
import { outcomeOf, shown, uncoded } from '../../../testing/mapping/builtins/outcome.ts';
import { randomArguments } from '../../../testing/mapping/builtins/random-arguments.ts';
import { referenceFunction } from '../../../testing/mapping/builtins/reference-function.ts';
import { testRun } from '../../../testing/mapping/builtins/test-run.ts';

const rounds = 200;

describe('gives the same results as the reference for random arguments', () => {
  test.each(Object.entries(randomArguments))('$%s', async (name, argumentsFor) => {
    const builtin = builtins.find((candidate) => candidate.name === name);
    const reference = await referenceFunction(name, 0);
    const random = new SeededRandom(1);
    for (let round = 0; round < rounds; round += 1) {
      const args = argumentsFor(random);
      const expected = await outcomeOf(() => reference.call(args));
      const ours = await outcomeOf(() => builtin?.implementation(testRun(0), ...args));
      // Where the reference fails with a JavaScript error, ours may have an answer.
      if ('code' in expected && expected.code === uncoded) expect({ args, ours }).not.toMatchObject({ ours: expected });
      else expect(shown({ args, result: ours })).toBe(shown({ args, result: expected }));
    }
  });
});
