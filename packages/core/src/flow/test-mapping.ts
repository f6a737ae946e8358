import { mappingDocument } from '../mapping/document.ts';
import type { ValueMapTables } from '../mapping/functions/function-definition.ts';
import type { Problem } from './problem.ts';
import type { TestThread } from './saved-tests/test-thread.ts';

/**
 * Runs a mapping's saved tests in the thread of a change. Each that does not pass is an error: a mapping that breaks its
 * own tests is not submitted, approved or published. A document of the wrong shape has no tests.
 */
export async function testMapping(
  thread: TestThread,
  input: unknown,
  valueMaps: ValueMapTables,
  key: string,
): Promise<readonly Problem[]> {
  const parsed = mappingDocument.safeParse(input);
  if (!parsed.success || parsed.data.tests.length === 0) return [];
  return thread.run({ document: parsed.data, key, valueMaps });
}
