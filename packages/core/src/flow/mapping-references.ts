import type { MappingDocument } from '../mapping/document.ts';
import { resolveSchema } from '../mapping/resolve-schema.ts';
import type { Problem } from './problem.ts';
import type { ValidationContext } from './validation-context.ts';
import { checkExpression, valueMapProblems, type TextProblem } from './validation/expressions.ts';

/** Finds syntax errors, and references to functions, value maps and schemas that do not exist. */
export const mappingReferenceProblems = (
  { text, ...shapes }: Pick<MappingDocument, 'text' | 'source' | 'target'>,
  context: ValidationContext,
): Problem[] => [
  // A mapping sees the variables of the step that applies it, so they are not checked here.
  ...checkExpression(text, context, () => undefined).problems.map(inText),
  ...shapeProblems(shapes, context),
];

/** Finds references to value maps and schemas that do not exist, if somebody has read the text already. */
export const missingReferences = (
  {
    named,
    ...shapes
  }: Pick<MappingDocument, 'source' | 'target'> & {
    /** The value maps that the text names. */
    readonly named: readonly string[];
  },
  context: ValidationContext,
): Problem[] => [...valueMapProblems(named, context.valueMaps).map(inText), ...shapeProblems(shapes, context)];

const inText = (problem: TextProblem): Problem => ({ pointer: '/text', ...problem });

const shapeProblems = (
  { source, target }: Pick<MappingDocument, 'source' | 'target'>,
  context: ValidationContext,
): Problem[] =>
  [...resolveSchema(source, context, '/source').problems, ...resolveSchema(target, context, '/target').problems].map(
    ({ pointer, message }) => ({ pointer, code: 'UNKNOWN_SCHEMA', severity: 'error', message }),
  );
