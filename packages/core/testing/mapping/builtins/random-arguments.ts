import type { SeededRandom } from '../conformance/seeded-random.ts';
import { randomIntegerPicture, randomNumberPicture, randomSigns } from './random-pictures.ts';
import { randomList, randomNumber, randomRecord, randomText, randomValue } from './random-values.ts';

/** Picks a value, which may be undefined. */
const pick = <T>(random: SeededRandom, values: readonly T[]): T => values[random.below(values.length)] as T;

type Arguments = (random: SeededRandom) => readonly unknown[];

const number: Arguments = (random) => [randomNumber(random)];
const text: Arguments = (random) => [randomText(random)];
const value: Arguments = (random) => [randomValue(random)];
const list: Arguments = (random) => [randomList(random, () => randomValue(random, 2))];
const numbers: Arguments = (random) => [randomList(random, () => randomNumber(random))];

/** The alphabets are short, so that lists contain duplicates and objects have keys in common. */
const small = (random: SeededRandom): unknown =>
  pick(random, [1, 2, 1, '1', 'a', '', null, true, 0, -0, Number.NaN, undefined, [1], [1, [2]], { a: 1 }, {}, []]);

const record = (random: SeededRandom): unknown => randomRecord(random, () => small(random));

const records = (random: SeededRandom): unknown[] => randomList(random, () => record(random), 4);

/** Objects with lists and objects nested in any way. */
const nested = (random: SeededRandom): unknown =>
  pick(random, [record, records, small, (): unknown => [records(random), record(random)]])(random);

const urlText: Arguments = (random) => [
  random.below(3) === 0 ? encodeURIComponent(randomText(random).toWellFormed()) : randomText(random),
];

/** Arguments that the signatures accept, for each function that does not call back and does not search a text. */
export const randomArguments: Readonly<Record<string, Arguments>> = {
  abs: number,
  ceil: number,
  floor: number,
  round: (random) => [randomNumber(random), pick(random, [undefined, 0, 1, 2, 3, -1, -2, 5, 20])],
  sqrt: number,
  power: (random) => [randomNumber(random), pick(random, [0, 1, 2, -1, 0.5, 10, 400, Number.NaN, undefined])],
  number: (random) => [
    pick(random, [randomText, numberText, numberText, (): boolean => random.below(2) === 0, randomNumber])(random),
  ],
  sum: numbers,
  average: numbers,
  max: numbers,
  min: numbers,
  formatBase: (random) => [randomNumber(random), pick(random, [undefined, 2, 8, 16, 36, 2.5, 1, 37, -3])],
  formatInteger: (random) => [Math.min(randomNumber(random), 1e25), randomIntegerPicture(random)],
  formatNumber: (random) => [randomNumber(random), randomNumberPicture(random), randomSigns(random)],
  boolean: value,
  not: value,
  exists: value,
  type: value,
  string: (random) => [randomValue(random, 4), pick(random, [undefined, false, true])],
  length: text,
  substring: (random) => [
    randomText(random),
    pick(random, [0, 1, 2, -1, -3, 1.7, -0.5, 9, -20, undefined]),
    pick(random, [undefined, undefined, 0, 1, 3, 2.5, -1, 20]),
  ],
  substringBefore: (random) => [randomText(random), randomText(random, 1)],
  substringAfter: (random) => [randomText(random), randomText(random, 1)],
  lowercase: text,
  uppercase: text,
  trim: text,
  pad: (random) => [
    randomText(random),
    pick(random, [undefined, 0, 3, -3, 7, 12, -12, 5.5, -9.9]),
    pick(random, [undefined, '', '0', '#', '-=', '👍', 'a👍b']),
  ],
  join: (random) => [randomList(random, () => randomText(random)), pick(random, [undefined, '', ', ', '👍'])],
  base64encode: text,
  base64decode: (random) => [base64Text(random)],
  encodeUrl: urlText,
  encodeUrlComponent: urlText,
  decodeUrl: urlText,
  decodeUrlComponent: urlText,
  count: list,
  append: (random) => [
    pick(random, [undefined, nested(random)]),
    pick(random, [undefined, nested(random), small(random)]),
  ],
  reverse: list,
  distinct: (random) => [
    pick(random, [randomList(random, () => nested(random)), randomList(random, () => small(random), 12)]),
  ],
  zip: (random) =>
    Array.from({ length: 1 + random.below(3) }, () =>
      pick(random, [randomList(random, () => small(random)), undefined]),
    ),
  keys: (random) => [nested(random)],
  lookup: (random) => [nested(random), pick(random, ['a', 'b', 'constructor', '10', 'length', 'toString'])],
  spread: (random) => [nested(random)],
  merge: (random) => [records(random)],
  clone: (random) => [pick(random, [() => record(random), () => [randomValue(random, 4)]])()],
  sort: (random) => [
    pick(random, [
      randomList(random, () => randomNumber(random), 12),
      randomList(random, () => randomText(random, 2), 12),
      randomList(random, () => small(random), 3),
    ]),
  ],
  error: (random) => [pick(random, [undefined, '', 'no'])],
  assert: (random) => [pick(random, [undefined, true, false]), pick(random, [undefined, '', 'no'])],
  parseInteger: (random) => [integerText(random), randomIntegerPicture(random)],
};

function numberText(random: SeededRandom): string {
  const digits = (): string => String(random.below(1000));
  return pick(random, [
    () => String(randomNumber(random)),
    () => `${digits()}.${digits()}`,
    () => `${digits()}e${pick(random, ['', '+', '-'])}${digits()}`,
    () => `0${pick(random, ['x', 'X', 'o', 'b', 'B'])}${digits()}${pick(random, ['', '', 'f', 'g', '.1'])}`,
    () => `${pick(random, ['+', '.', ' ', '-', '--', '1_'])}${digits()}${pick(random, ['', '.', ' '])}`,
  ])();
}

function base64Text(random: SeededRandom): string {
  const parts = ['a', 'Z', '9', '+', '/', '-', '_', '=', '==', ' ', '\n', '!', 'é', 'YQ', 'YWI=', 'QUJD'];
  return Array.from({ length: random.below(7) }, () => pick(random, parts)).join('');
}

function integerText(random: SeededRandom): string {
  const words = [
    'one',
    'twelve',
    'twenty',
    'ninety',
    'hundred',
    'thousand',
    'million',
    'first',
    'fortieth',
    'and',
    'x',
  ];
  return pick(random, [
    () => String(random.below(1_000_000)),
    () => `${random.below(100)},${random.below(1000)}.${random.below(10)}`,
    () => `${random.below(1000)}${pick(random, ['st', 'nd', 'th'])}`,
    () =>
      Array.from({ length: 1 + random.below(5) }, () => pick(random, words)).join(
        pick(random, [' ', '-', ', ', ' and ']),
      ),
    () =>
      Array.from({ length: 1 + random.below(6) }, () =>
        pick(random, ['I', 'V', 'X', 'L', 'C', 'D', 'M', 'i', 'x', 'q']),
      ).join(''),
    () => Array.from({ length: 1 + random.below(3) }, () => pick(random, ['A', 'B', 'Z', 'a', 'z'])).join(''),
  ])();
}
