import { describe, expect, it } from 'vitest';
import { parseMapping } from './parse-mapping.ts';
import { compareWithReference } from './testing/compare-with-reference.ts';
import { mutateText } from './testing/mutate-text.ts';
import { SeededRandom } from './testing/seeded-random.ts';
import { readSuiteCases } from './testing/suite-cases.ts';

const cases = readSuiteCases();
if (cases === undefined) console.warn('SKIPPED: the JSONata test suite is not beside the repository.');

describe.skipIf(cases === undefined)('the official suite', () => {
  it('has, in every case, the meaning or the error that the reference sees', () => {
    const differences = (cases ?? []).flatMap(({ name, text }) => {
      const comparison = compareWithReference(parseMapping(text));
      return comparison.outcome === 'different' ? [{ name, text, ...comparison }] : [];
    });
    expect(differences).toEqual([]);
    expect(cases?.length).toBe(1686);
  });

  it('damaged at random: never fails, loses nothing, and still agrees with the reference', () => {
    const random = new SeededRandom(20261123);
    const texts = (cases ?? []).map(({ text }) => text).filter(({ length }) => length < 400);
    const differences: unknown[] = [];
    for (let round = 0; round < 3000; round += 1) {
      const text = mutateText(random.pick(texts), random);
      const parsed = parseMapping(text);
      expect(parsed.tree.tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      const comparison = compareWithReference(parsed);
      if (comparison.outcome === 'different') differences.push({ text, ...comparison });
    }
    expect(differences).toEqual([]);
  });
});
