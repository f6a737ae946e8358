import type { Difference } from '../mapping/differences.ts';
import { mappingDocument } from '../mapping/document.ts';
import { runMappingTests, type MappingTestOutcome } from '../mapping/run-tests.ts';
import { valueMapTable } from '../mapping/value-map-table.ts';
import type { ValueMapDocument } from './definition.ts';
import type { Problem } from './problem.ts';

/**
 * Runs a mapping's saved tests. Each that does not pass is an error: a mapping that breaks its own tests is not
 * submitted, approved or published. A document of the wrong shape has no tests.
 */
export async function testMapping(
  input: unknown,
  valueMaps: Readonly<Record<string, ValueMapDocument>>,
  key: string,
): Promise<Problem[]> {
  const parsed = mappingDocument.safeParse(input);
  if (!parsed.success) return [];
  const tables = Object.fromEntries(Object.entries(valueMaps).map(([name, map]) => [name, valueMapTable(map)]));
  const outcomes = runMappingTests(parsed.data, { valueMaps: tables });
  return outcomes.flatMap((outcome, index) => {
    const reason = reasonOf(outcome);
    if (reason === undefined) return [];
    const message = `The saved test "${outcome.name}" of the mapping "${key}" ${reason} Correct the mapping or what the test expects.`;
    return [{ pointer: `/tests/${index}`, code: 'TEST_FAILED', severity: 'error', message } as const];
  });
}

function reasonOf(outcome: MappingTestOutcome): string | undefined {
  switch (outcome.status) {
    case 'passed':
      return undefined;
    case 'failed': {
      const shown = outcome.differences.slice(0, 3).map(describeDifference);
      const more = outcome.differences.length - shown.length;
      return `fails: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
    }
    case 'error':
      return `cannot run: ${outcome.error.message.replace(/\.?$/, '.')}`;
  }
}

const describeDifference = ({ pointer, expected, actual }: Difference): string =>
  `${pointer === '' ? 'the whole result' : pointer} should be ${shortJson(expected)} and is ${shortJson(actual)}`;

function shortJson(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
