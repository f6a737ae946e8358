import type { SyntaxTree } from '../../../src/mapping/syntax/syntax-node.ts';
import type { SeededRandom } from './seeded-random.ts';

const trivia = [' /* a */ ', '\n/* b */\n', ' /* c */\n', '\n\n  /* d\n e */ ', '\n', '\n\n\n', ' /* f *//* g */'];

/** The same tokens, with white space and comments inserted between some of them. */
export function sprinkleComments({ text, tokens }: SyntaxTree, random: SeededRandom): string {
  return tokens
    .map(({ start, end }) => text.slice(start, end) + (random.below(4) === 0 ? random.pick(trivia) : ''))
    .join('');
}
