import { describe, expect, it } from 'vitest';
import { childrenOf } from './children-of.ts';
import { parseMapping } from './parse-mapping.ts';
import { patchMapping } from './patch-mapping.ts';
import { printMapping } from './print-mapping.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { compareWithReference } from '../../../testing/mapping/conformance/compare-with-reference.ts';
import { isLossless, measureConformance } from '../../../testing/mapping/conformance/measure-conformance.ts';
import { mutateText } from '../../../testing/mapping/conformance/mutate-text.ts';
import { SeededRandom } from '../../../testing/mapping/conformance/seeded-random.ts';
import { readSuiteCases } from '../../../testing/mapping/conformance/suite-cases.ts';

function misplacedIn(node: SyntaxNode): SyntaxNode[] {
  let from = node.start;
  return childrenOf(node).flatMap((child) => {
    const isInPlace = child.start >= from && child.end >= child.start && child.end <= node.end;
    from = child.end;
    return isInPlace ? misplacedIn(child) : [child, ...misplacedIn(child)];
  });
}

const cases = readSuiteCases();
if (cases === undefined) console.warn('SKIPPED: the JSONata test suite is not beside the repository.');

describe.skipIf(cases === undefined)('the official suite', () => {
  it('has, in every case, the meaning or the error that the reference sees', () => {
    expect(measureConformance(cases ?? [])).toEqual({
      cases: 1686,
      equalTrees: 1645,
      equalErrors: 41,
      lossless: 1686,
      roundTrips: 1645,
      differences: [],
    });
  });

  it('has every node inside the one around it, in the order in which they are written', () => {
    const misplaced = (cases ?? []).flatMap(({ name, text }) =>
      misplacedIn(parseMapping(text).tree.root).map((node) => ({ name, text, node })),
    );
    expect(misplaced).toEqual([]);
  });

  it('damaged at random: never fails, loses nothing, and still agrees with the reference', () => {
    const random = new SeededRandom(20261123);
    const texts = (cases ?? []).map(({ text }) => text).filter(({ length }) => length < 400);
    const wrong: unknown[] = [];
    for (let round = 0; round < 3000; round += 1) {
      const text = mutateText(random.pick(texts), random);
      const parsed = parseMapping(text);
      const comparison = compareWithReference(parsed);
      const printed = printMapping(text);
      const patched = patchMapping(text, { operation: 'remove', target: ['title'] });
      const isFinal = printMapping(printed) === printed && (parsed.ir !== undefined || printed === text);
      if (!isLossless(parsed) || comparison.outcome === 'different' || !isFinal) wrong.push({ text, ...comparison });
      if (patched.isOk && patched.text.length >= text.length) wrong.push({ text, patched });
    }
    expect(wrong).toEqual([]);
  });
});
