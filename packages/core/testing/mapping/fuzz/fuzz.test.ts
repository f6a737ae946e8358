import { expect, test } from 'vitest';
import { runFuzz } from './run-fuzz.ts';
import { readSuiteCases } from '../conformance/suite-cases.ts';

if (readSuiteCases() === undefined)
  console.warn('The official suite is not beside the repository: generated cases only.');

test('5,000 random evaluations give what the reference gives, by closures and by generated code', async () => {
  const { evaluations, differences, outcomes, verdicts, generatedRuns } = await runFuzz({
    seed: 1_000_000,
    count: 5_000,
    maxDifferences: 3,
  });
  expect(differences).toEqual([]);
  expect(evaluations).toBeGreaterThanOrEqual(5_000);
  // The cases are worth something: most give a value, few are not compared, and most are generated as well.
  expect(outcomes.value).toBeGreaterThan(evaluations * 0.4);
  expect(verdicts.limit).toBeLessThan(evaluations * 0.01);
  expect(generatedRuns).toBeGreaterThan(evaluations * 0.5);
}, 120_000);
