import type { MappingDocument } from '../mapping/document.ts';
import { resolveSchema } from '../mapping/resolve-schema.ts';
import type { Problem } from './problem.ts';
import type { ValidationContext } from './validation-context.ts';
import { checkExpression } from './validation/expressions.ts';

/** What is wrong with the text by itself, and what a mapping names that is not there: functions, value maps, schemas. */
export function mappingReferenceProblems(
  { text, source, target }: Pick<MappingDocument, 'text' | 'source' | 'target'>,
  context: ValidationContext,
): Problem[] {
  const schemas = [
    ...resolveSchema(source, context, '/source').problems,
    ...resolveSchema(target, context, '/target').problems,
  ];
  return [
    // A mapping sees what the step that applies it sees, so its variables are not looked at here.
    ...checkExpression(text, context, () => undefined).problems.map((problem) => ({ pointer: '/text', ...problem })),
    ...schemas.map(
      ({ pointer, message }) => ({ pointer, code: 'UNKNOWN_SCHEMA', severity: 'error', message }) as const,
    ),
  ];
}
