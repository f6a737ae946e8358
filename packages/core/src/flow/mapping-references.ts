import type { MappingDocument } from '../mapping/document.ts';
import { resolveSchema } from '../mapping/resolve-schema.ts';
import type { Problem } from './problem.ts';
import type { ValidationContext } from './validation-context.ts';
import { checkExpression } from './validation/expressions.ts';

/** Finds syntax errors, and references to functions, value maps and schemas that do not exist. */
export function mappingReferenceProblems(
  { text, source, target }: Pick<MappingDocument, 'text' | 'source' | 'target'>,
  context: ValidationContext,
): Problem[] {
  const schemas = [
    ...resolveSchema(source, context, '/source').problems,
    ...resolveSchema(target, context, '/target').problems,
  ];
  return [
    // A mapping sees the variables of the step that applies it, so they are not checked here.
    ...checkExpression(text, context, () => undefined).problems.map((problem) => ({ pointer: '/text', ...problem })),
    ...schemas.map(
      ({ pointer, message }) => ({ pointer, code: 'UNKNOWN_SCHEMA', severity: 'error', message }) as const,
    ),
  ];
}
