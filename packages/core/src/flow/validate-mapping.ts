import type { JsonSchema } from '../connector/json-schema.ts';
import { checkMapping } from '../mapping/analysis/check-mapping.ts';
import { mappingDocument } from '../mapping/document.ts';
import { resolveSchema } from '../mapping/resolve-schema.ts';
import { runMappingTests, type MappingTestOutcome } from '../mapping/run-tests.ts';
import { valueMapTable } from '../mapping/value-map-table.ts';
import type { ValueMapDocument } from './definition.ts';
import { formatProblem } from './upgrades.ts';
import type { Problem } from './problem.ts';
import { shapeProblems } from './shape-problems.ts';
import type { ValidationContext } from './validation-context.ts';
import { checkExpression } from './validation/expressions.ts';

/** Everything wrong with a mapping document, its saved tests aside; empty when it can be used. Never throws. */
export function validateMapping(input: unknown, context: ValidationContext): Problem[] {
  const newer = formatProblem(input, 'mapping');
  if (newer !== undefined) return [newer];
  const parsed = mappingDocument.safeParse(input);
  if (!parsed.success) return shapeProblems(parsed.error, input, 'mapping');
  const { text, source, target } = parsed.data;
  const from = resolveSchema(source, context, '/source');
  const to = resolveSchema(target, context, '/target');
  return [
    ...textProblems(text, context),
    ...[...from.problems, ...to.problems].map(
      ({ pointer, message }) => ({ pointer, code: 'UNKNOWN_SCHEMA', severity: 'error', message }) as const,
    ),
    ...shapeFindings(text, from.schema, to.schema),
  ];
}

/** Told by `textProblems` already. */
const saidOfTheText: ReadonlySet<string> = new Set(['SYNTAX', 'UNKNOWN_FUNCTION', 'UNKNOWN_VARIABLE']);

/** What makes an evaluation fail. Of the rest the reviewer judges: a mapping may well build a part of its target. */
const failing: ReadonlySet<string> = new Set(['WRONG_ARGUMENT', 'WRONG_OPERAND', 'REPEATED_FIELD']);

/** What the text reads and builds, against the shapes; what could not be resolved may be anything. */
function shapeFindings(text: string, source: JsonSchema, target: JsonSchema): Problem[] {
  return checkMapping(text, { source, target }).flatMap(({ code, severity, message, range }): Problem[] => {
    if (saidOfTheText.has(code)) return [];
    const weight = failing.has(code) ? severity : 'warning';
    return [{ pointer: '/text', code: 'MAPPING_SHAPE', severity: weight, message, range }];
  });
}

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

/** A mapping sees what the step that applies it sees, so its variables are not looked at here. */
function textProblems(text: string, context: ValidationContext): Problem[] {
  return checkExpression(text, context, () => undefined).problems.map((problem) => ({ pointer: '/text', ...problem }));
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
