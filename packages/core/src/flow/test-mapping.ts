import { mappingDocument, type MappingTest } from '../mapping/document.ts';
import type { ValueMapTables } from '../mapping/functions/function-definition.ts';
import type { Problem } from './problem.ts';
import { savedTestBounds } from './saved-tests/saved-test-limits.ts';
import { savedTestProblem } from './saved-tests/saved-test-problem.ts';
import type { TestThread } from './saved-tests/test-thread.ts';

/**
 * Runs a mapping's saved tests in the thread of a change. Each test that does not pass is an error: a mapping that
 * breaks its own tests is not submitted, approved or published. A document of the wrong shape has no tests.
 */
export async function testMapping(
  thread: TestThread,
  input: unknown,
  valueMaps: ValueMapTables,
  key: string,
): Promise<readonly Problem[]> {
  const parsed = mappingDocument.safeParse(input);
  if (!parsed.success || parsed.data.tests.length === 0) return [];
  const tooMuch = beyondBounds(parsed.data.tests, key);
  return tooMuch.length > 0 ? tooMuch : thread.run({ document: parsed.data, key, valueMaps });
}

/** Tests that are too many or too large never reach the thread. */
function beyondBounds(tests: readonly MappingTest[], key: string): readonly Problem[] {
  const { count, characters } = savedTestBounds;
  const problem = (index: number, reason: string): Problem =>
    savedTestProblem({ key, index, name: tests[index]?.name ?? '' }, 'TEST_NOT_RUN', reason);
  if (tests.length > count) {
    return [
      problem(count, `was not run, because a mapping may have ${count} saved tests. Remove those that show the same.`),
    ];
  }
  const large = tests.findIndex((test) => JSON.stringify(test).length > characters);
  if (large === -1) return [];
  return [problem(large, `was not run, because it is longer than ${characters} characters. Take a smaller sample.`)];
}
