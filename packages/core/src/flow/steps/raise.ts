import { z } from 'zod';
import { codeSchema, defineStepKind, expressionSchema, optionalSite } from './step-kind.ts';

/** Stops the run as an exception. */
export const raiseStep = defineStepKind({
  title: 'Raise',
  summary: 'Stop here and hand the record to a person.',
  isEffect: false,
  config: z.strictObject({ code: codeSchema, message: expressionSchema, payload: expressionSchema.optional() }),
  slots: () => [],
  expressions: (config) => [{ pointer: '/message', text: config.message }, ...optionalSite('/payload', config.payload)],
  references: () => ({}),
});
