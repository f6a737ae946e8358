import { expect, test } from 'vitest';
import { runFuzz } from './run-fuzz.ts';
import { readSuiteCases } from '../conformance/suite-cases.ts';

if (readSuiteCases() === undefined)
  console.warn('The official suite is not beside the repository: generated cases only.');

/** Four parts of 5,000 expressions each, so that the first difference is reported early. */
const parts = [1_000_000, 1_005_000, 1_010_000, 1_015_000];

test.each(parts)(
  '5,000 random expressions from case %i on give what the reference gives',
  async (seed) => {
    const { cases, evaluations, differences, outcomes, verdicts, generatedRuns } = await runFuzz({
      seed,
      cases: 5_000,
      maxDifferences: 3,
    });
    expect(differences).toEqual([]);
    expect(cases).toBe(5_000);
    // The cases are useful: most give a value, few are not compared, and most are also evaluated with generated code.
    expect(outcomes.value).toBeGreaterThan(evaluations * 0.4);
    expect(verdicts.limit).toBeLessThan(evaluations * 0.01);
    expect(generatedRuns).toBeGreaterThan(evaluations * 0.5);
  },
  600_000,
);
