import { childrenOf } from '../../../src/mapping/syntax/children-of.ts';
import { parseMapping } from '../../../src/mapping/syntax/parse-mapping.ts';
import type { SyntaxNode } from '../../../src/mapping/syntax/syntax-node.ts';
import { mutateText } from '../conformance/mutate-text.ts';
import type { Random } from './random.ts';

/** Replaces one to three parts of the first expression with parts of the second, or with its own. */
export function crossExpressions(first: string, second: string, random: Random): string {
  if (random.chance(5)) return mutateText(first, random);
  let text = first;
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const { start, end } = random.pick(nodesOf(text));
    const donor = random.chance(60) ? second : first;
    const part = random.pick(nodesOf(donor));
    text = text.slice(0, start) + donor.slice(part.start, part.end) + text.slice(end);
  }
  return text;
}

/** Every expression in a text, outermost first. */
export function nodesOf(text: string): readonly SyntaxNode[] {
  const { root } = parseMapping(text).tree;
  const nodes: SyntaxNode[] = [root];
  for (const node of nodes) nodes.push(...childrenOf(node));
  return nodes;
}
