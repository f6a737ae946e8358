import { describe, expect, test } from 'vitest';
import { readSuiteCases } from '../../testing/mapping/conformance/suite-cases.ts';
import { measureResults } from '../../testing/mapping/measure-results.ts';

const cases = readSuiteCases();
if (cases === undefined) console.warn('SKIPPED: the JSONata test suite is not beside the repository.');

describe.skipIf(cases === undefined)(
  'every case of the official suite has the result or the error that it expects',
  () => {
    test('by closures', () => {
      const evaluated = { closures: 1645, generated: 0 };
      expect(measureResults(cases ?? [], 'closures')).toEqual({ equal: 1686, evaluated, differences: [] });
    });

    test('by generated code', () => {
      const { evaluated, ...rest } = measureResults(cases ?? [], 'generated');
      expect(rest).toEqual({ equal: 1686, differences: [] });
      expect(evaluated.generated + evaluated.closures).toBe(1645);
      expect(evaluated.generated).toBeGreaterThan(1600);
    });
  },
);
