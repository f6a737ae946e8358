'use client';
import { useMemo } from 'react';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import type { SchemaRef } from '@throughline/core/mapping/document';
import { resolveSchema } from '@throughline/core/mapping/resolve-schema';
import type { ExpressionScope } from '#features/jsonata/expression-scope.ts';
import { fillOpen } from './infer-schema.ts';
import { withPaths } from './source-use.ts';
import { fieldTree, type FieldNode } from './target-fields.ts';

export interface Shapes {
  readonly sourceFields: readonly FieldNode[];
  readonly targetFields: readonly FieldNode[];
  /** The source schema with a path on each field. */
  readonly sourceWithPaths: ReturnType<typeof withPaths>;
  readonly scope: ExpressionScope;
}

/** The two shapes of a mapping as trees, and what its text can see. */
export const useShapes = (source: JsonSchema, target: SchemaRef, sample: unknown, context: ValidationContext): Shapes =>
  useMemo(() => {
    const from = fillOpen(source, sample);
    const to = resolveSchema(target, context).schema;
    return {
      sourceFields: fieldTree(from),
      targetFields: fieldTree(to),
      sourceWithPaths: withPaths(from),
      scope: { context: from, target: to, valueMaps: Object.keys(context.valueMaps), variables: flowVariables },
    };
  }, [source, target, sample, context]);

/** A mapping sees what the step sees that applies it. */
const flowVariables = {
  trigger: { schema: {}, detail: 'what started the run' },
  steps: { schema: {}, detail: 'results of earlier steps' },
  flow: { schema: {}, detail: 'this run' },
};
