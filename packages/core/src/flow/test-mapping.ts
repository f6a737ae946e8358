import { mappingDocument } from '../mapping/document.ts';
import { runMappingTests, type MappingTestOutcome } from '../mapping/run-tests.ts';
import { valueMapTable } from '../mapping/value-map-table.ts';
import type { ValueMapDocument } from './definition.ts';
import type { Problem } from './problem.ts';

/** Runs a mapping's saved tests; each that does not pass is a warning. A document of the wrong shape has none. */
export async function testMapping(
  input: unknown,
  valueMaps: Readonly<Record<string, ValueMapDocument>>,
): Promise<Problem[]> {
  const parsed = mappingDocument.safeParse(input);
  if (!parsed.success) return [];
  const tables = Object.fromEntries(Object.entries(valueMaps).map(([key, map]) => [key, valueMapTable(map)]));
  const outcomes = runMappingTests(parsed.data, { valueMaps: tables });
  return outcomes.flatMap((outcome, index) => {
    const message = messageOf(outcome);
    if (message === undefined) return [];
    return [{ pointer: `/tests/${index}`, code: 'TEST_FAILED', severity: 'warning', message } as const];
  });
}

function messageOf(outcome: MappingTestOutcome): string | undefined {
  switch (outcome.status) {
    case 'passed':
      return undefined;
    case 'failed': {
      const places = outcome.differences.map(({ pointer }) => pointer || 'the result as a whole').slice(0, 3);
      const more = outcome.differences.length - places.length;
      return `The saved test "${outcome.name}" differs at ${places.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Correct the mapping or what the test expects.`;
    }
    case 'error':
      return `The saved test "${outcome.name}" fails: ${outcome.error.message}`;
  }
}
