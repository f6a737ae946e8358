import type { MappingDocument } from '../../mapping/document.ts';
import { runMappingTest } from '../../mapping/run-tests.ts';
import type { ValueMapTables } from '../../mapping/functions/function-definition.ts';
import type { Problem } from '../problem.ts';
import { describeOutcome } from './describe-outcome.ts';
import { savedTestProblem } from './saved-test-problem.ts';

export interface SavedTestRun {
  readonly document: MappingDocument;
  /** Key of the mapping, for the messages. */
  readonly key: string;
  readonly valueMaps: ValueMapTables;
  readonly stepsPerTest: number;
  /** Steps that these tests may still take together. */
  readonly stepsLeft: number;
  /** Called with the index of each test before it runs. */
  readonly onStart: (index: number) => void;
}

/**
 * Runs the saved tests of a mapping within counted limits; the caller limits the time. Each test that does not pass is
 * an error.
 */
export function runSavedTests(run: SavedTestRun): { readonly problems: Problem[]; readonly stepsLeft: number } {
  const { document, key, valueMaps, stepsPerTest, onStart } = run;
  const { text, tests } = document;
  let { stepsLeft } = run;
  const problems: Problem[] = [];
  for (const [index, test] of tests.entries()) {
    const place = { key, index, name: test.name };
    if (stepsLeft <= 0) {
      const reason =
        'was not run, because the saved tests of this change together take too many steps. Make the tests smaller, or submit fewer mappings together.';
      problems.push(savedTestProblem(place, 'TEST_NOT_RUN', reason));
      break;
    }
    onStart(index);
    const maxTicks = Math.min(stepsPerTest, stepsLeft);
    const onSpent = (steps: number): void => {
      stepsLeft -= steps;
    };
    const reason = describeOutcome(runMappingTest(text, test, { valueMaps, maxTicks, onSpent, deadlineMs: Infinity }));
    if (reason === undefined) continue;
    problems.push(savedTestProblem(place, 'TEST_FAILED', `${reason} Correct the mapping or what the test expects.`));
  }
  return { problems, stepsLeft };
}
