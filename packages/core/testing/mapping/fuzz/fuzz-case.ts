import { generateData } from './generate-data.ts';
import { generateExpression } from './generate-expression.ts';
import { Random } from './random.ts';
import { documentShape } from './shape.ts';
import { crossExpressions } from './cross-expressions.ts';

/** One expression and the documents on which one compiled mapping evaluates it, one after another. */
export interface FuzzCase {
  readonly seed: number;
  readonly text: string;
  readonly inputs: readonly unknown[];
  readonly bindings: Readonly<Record<string, unknown>>;
}

/** An expression with its data, from which others are made. */
export interface FuzzSeed {
  readonly text: string;
  readonly input: unknown;
  readonly bindings: Readonly<Record<string, unknown>>;
}

const inputsPerCase = 3;

/** The case with this number. It never changes as long as the generators and `seeds` stay the same. */
export function fuzzCase(seed: number, seeds: readonly FuzzSeed[]): FuzzCase {
  const random = new Random(seed);
  if (seeds.length > 0 && random.chance(20)) return { seed, ...crossed(random, seeds) };
  const shape = documentShape(random);
  const text = generateExpression(shape, random);
  const inputs = Array.from({ length: inputsPerCase }, () => generateData(shape, random));
  return { seed, text, inputs, bindings: generatedBindings };
}

const generatedBindings = {
  rate: 1.5,
  who: 'Acme',
  table: [
    { id: 1, name: 'open' },
    { id: 2, name: 'Acme' },
  ],
};

function crossed(random: Random, seeds: readonly FuzzSeed[]): Omit<FuzzCase, 'seed'> {
  const first = random.pick(seeds);
  const second = random.pick(seeds);
  const text = crossExpressions(first.text, second.text, random);
  const input = random.chance(85) ? first.input : second.input;
  return { text, inputs: [input], bindings: { ...second.bindings, ...first.bindings } };
}
