'use client';
import { useMemo } from 'react';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import type { SchemaRef } from '@throughline/core/mapping/document';
import type { FieldShapes } from '@throughline/core/mapping/fields';
import { resolveSchema } from '@throughline/core/mapping/resolve-schema';
import type { ExpressionScope } from '#features/jsonata/expression-scope.ts';
import type { CheckShapes } from './evaluation/check-work.ts';
import { fillOpen } from '@throughline/core/mapping/infer-schema';
import { fieldTree, type FieldNode } from './target-fields.ts';

export interface Shapes {
  readonly sourceFields: readonly FieldNode[];
  readonly targetFields: readonly FieldNode[];
  /** JSON of what the text is checked against: only declared fields, because a sample may not show all of them. */
  readonly checked: string;
  readonly scope: ExpressionScope;
}

/** The two shapes of a mapping as trees, and the scope of its text. */
export const useShapes = (source: JsonSchema, target: SchemaRef, sample: unknown, context: ValidationContext): Shapes =>
  useMemo(() => {
    const from = fillOpen(source, sample);
    const to = resolveSchema(target, context).schema;
    return {
      sourceFields: fieldTree(from),
      targetFields: fieldTree(to),
      checked: JSON.stringify({ source, target: to } satisfies CheckShapes),
      scope: { context: from, target: to, valueMaps: Object.keys(context.valueMaps), variables: flowVariables },
    };
  }, [source, target, sample, context]);

/** What the gestures on fields need to know of the shapes. */
export const fieldShapes = ({ scope: { context = {}, target = {} } }: Pick<Shapes, 'scope'>): FieldShapes => ({
  sourceSchema: context,
  targetSchema: target,
});

/** A mapping sees the same as the step that applies it. */
const flowVariables = {
  trigger: { schema: {}, detail: 'what started the run' },
  steps: { schema: {}, detail: 'results of earlier steps' },
  flow: { schema: {}, detail: 'this run' },
};
