import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../../testing/mapping/conformance/seeded-random.ts';
import { builtins } from './registry.ts';
import { outcomeOf, shown, uncoded } from '../../../testing/mapping/builtins/outcome.ts';
import { randomInstantPicture, usualInstantPicture } from '../../../testing/mapping/builtins/random-pictures.ts';
import { randomText } from '../../../testing/mapping/builtins/random-values.ts';
import { referenceFunction } from '../../../testing/mapping/builtins/reference-function.ts';
import { testRun } from '../../../testing/mapping/builtins/test-run.ts';

const rounds = 400;
const now = Date.UTC(2026, 10, 23, 18, 30, 5, 7);
const timezones = [undefined, undefined, '+0000', '+0100', '-0500', '-0530', '0545', '5', 'abc', ''];

const pick = <T>(random: SeededRandom, values: readonly T[]): T => values[random.below(values.length)] as T;

function randomMillis(random: SeededRandom): number {
  return random.pick([
    () => random.below(2_000_000_000) * 1000 + random.below(1000),
    () => Date.UTC(1995 + random.below(40), random.below(12), 1 + random.below(31), random.below(24)),
    () => Date.UTC(2000 + random.below(30), random.pick([0, 11]), random.pick([1, 2, 3, 4, 28, 29, 30, 31])),
    () => -random.below(2_000_000_000) * 100_000,
    () => random.pick([0, 0.5, 8.64e15, 9e15, -6e13]),
  ])();
}

async function expectAsReference(
  name: string,
  argumentsFor: (random: SeededRandom) => unknown[],
  seed: number,
): Promise<void> {
  const builtin = builtins.find((candidate) => candidate.name === name);
  const reference = await referenceFunction(name, now);
  const random = new SeededRandom(seed);
  for (let round = 0; round < rounds; round += 1) {
    const args = argumentsFor(random);
    const expected = await outcomeOf(() => reference.call(args));
    const result = await outcomeOf(() => builtin?.implementation(testRun(now), ...args));
    if ('code' in expected && expected.code === uncoded)
      expect({ args, result }).not.toMatchObject({ result: expected });
    else expect(shown({ args, result })).toBe(shown({ args, result: expected }));
  }
}

describe('instants are written like the reference', () => {
  test('with any picture', async () => {
    await expectAsReference(
      'fromMillis',
      (random) => [randomMillis(random), randomInstantPicture(random), pick(random, timezones)],
      1,
    );
  });

  test('with common pictures and without one', async () => {
    const picture = (random: SeededRandom): string | undefined =>
      random.below(3) === 0 ? undefined : usualInstantPicture(random);
    await expectAsReference(
      'fromMillis',
      (random) => [randomMillis(random), picture(random), pick(random, timezones)],
      2,
    );
  });
});

/** Writes an instant according to a picture, and now and then damages it. */
function writtenText(random: SeededRandom, picture: string): string {
  const fromMillis = builtins.find(({ name }) => name === 'fromMillis');
  try {
    const text = String(fromMillis?.implementation(testRun(now), randomMillis(random), picture));
    const at = random.below(text.length + 1);
    if (random.below(4) > 0) return text;
    return (
      text.slice(0, at) +
      pick(random, ['', '0', '7', 'a', ' ', 'am', 'PM', '-', 'th', '+01']) +
      text.slice(at + random.below(3))
    );
  } catch {
    return randomText(random);
  }
}

describe('instants are read like the reference', () => {
  test('written with common pictures', async () => {
    const args = (random: SeededRandom): unknown[] => {
      const picture = usualInstantPicture(random);
      return [writtenText(random, picture), picture];
    };
    await expectAsReference('toMillis', args, 3);
  });

  test('written with any picture', async () => {
    const args = (random: SeededRandom): unknown[] => {
      const picture = randomInstantPicture(random);
      return [writtenText(random, picture), picture];
    };
    await expectAsReference('toMillis', args, 4);
  });

  test('written with another picture', async () => {
    const args = (random: SeededRandom): unknown[] => [
      writtenText(random, usualInstantPicture(random)),
      usualInstantPicture(random),
    ];
    await expectAsReference('toMillis', args, 5);
  });

  test('in ISO 8601 form', async () => {
    const pieces = [
      '2026',
      '-11',
      '-23',
      '-39',
      'T18:30:05',
      'T99',
      '.1',
      '.123456',
      'Z',
      '+01:00',
      '-0530',
      '+2',
      ' ',
    ];
    const text = (random: SeededRandom): string =>
      '2026-11-23T18:30:05.123Z'.slice(0, random.below(25)) +
      Array.from({ length: random.below(4) }, () => random.pick(pieces)).join('');
    await expectAsReference('toMillis', (random) => [text(random)], 6);
  });
});
