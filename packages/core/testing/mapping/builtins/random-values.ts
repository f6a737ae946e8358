import type { SeededRandom } from '../conformance/seeded-random.ts';

const characters = [
  'a',
  'b',
  'c',
  'B',
  'Z',
  '0',
  '7',
  ' ',
  '  ',
  '\n',
  '\t',
  '-',
  '_',
  '%',
  '&',
  '/',
  '"',
  'é',
  'ß',
  '€',
  '👍',
];
const strangeCharacters = [...characters, '\ud800', '\udc00', '%20', '%E2%82%AC', '$1', '$$', '=', '+', '\u0000', '\\'];

export function randomText(random: SeededRandom, longest = 8): string {
  const from = random.below(4) === 0 ? strangeCharacters : characters;
  return Array.from({ length: random.below(longest + 1) }, () => random.pick(from)).join('');
}

export function randomInteger(random: SeededRandom, from: number, to: number): number {
  return from + random.below(to - from + 1);
}

export function randomNumber(random: SeededRandom): number {
  const sign = random.pick([1, 1, -1]);
  switch (random.below(8)) {
    case 0:
      return random.pick([
        0,
        -0,
        0.5,
        1.5,
        2.5,
        -2.5,
        0.1 + 0.2,
        1.005,
        1e21,
        1e-7,
        123456789012345680,
        5e-324,
        1.7e308,
      ]);
    case 1:
    case 2:
      return sign * random.below(10);
    case 3:
      return sign * (random.below(1_000_000) / 1000);
    case 4:
      return sign * (random.below(2_000) / 8);
    case 5:
      return sign * random.below(1_000_000_000) * 10 ** randomInteger(random, -12, 12);
    default:
      return sign * random.below(100_000);
  }
}

/** Usually of one kind, like lists in real data. */
export function randomList(random: SeededRandom, item: () => unknown, longest = 7): unknown[] {
  return Array.from({ length: random.below(longest + 1) }, item);
}

/** Data, now and then with an undefined member, as expressions produce it. */
export function randomValue(random: SeededRandom, depth = 3): unknown {
  switch (random.below(depth <= 0 ? 5 : 8)) {
    case 0:
      return randomText(random);
    case 1:
    case 2:
      return randomNumber(random);
    case 3:
      return random.pick([true, false]);
    case 4:
      return random.pick([null, null, null, '', 0, Number.NaN, Infinity]);
    case 5:
      return randomList(random, () => randomValue(random, depth - 1), 4);
    default:
      return randomRecord(random, () => randomValue(random, depth - 1));
  }
}

const keys = ['a', 'b', 'c', 'Z', '10', '2', 'é', 'constructor', 'toString', 'hasOwnProperty'];

export function randomRecord(random: SeededRandom, member: () => unknown): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: random.below(4) }, () => [random.pick(keys), member()]));
}
