import { expect, it } from 'vitest';
import { readSuiteCases } from './syntax/testing/suite-cases.ts';
import { measureResults } from './testing/measure-results.ts';

const cases = readSuiteCases();
if (cases === undefined) console.warn('SKIPPED: the JSONata test suite is not beside the repository.');

it.skipIf(cases === undefined)(
  'every case of the official suite has the result or the error that it expects',
  () => {
    expect(measureResults(cases ?? [])).toEqual({
      equal: 1686,
      evaluated: { closures: 1645, generated: 0 },
      differences: [],
    });
    // One case runs into its time limit of a second; others make lists of ten million numbers.
  },
  60_000,
);
