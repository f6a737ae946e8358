import { z } from 'zod';
import { defineStepKind, expressionSchema, keySchema } from './step-kind.ts';

/** Builds one shape from another with a mapping. Output: what the mapping returns. */
export const mapStep = defineStepKind({
  title: 'Map',
  summary: 'Build one shape from another with a mapping.',
  isEffect: false,
  config: z.strictObject({ mapping: keySchema, input: expressionSchema }),
  slots: () => [],
  expressions: (config) => [{ pointer: '/input', text: config.input }],
  references: (config) => ({ mapping: config.mapping }),
});
