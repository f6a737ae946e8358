import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { codeSchema, defineStepKind, optionalSite, siteOf } from './step-kind.ts';

/** Stops the run as an exception. */
export const raiseStep = defineStepKind({
  title: 'Raise',
  summary: 'Stop here and hand the record to a person.',
  isEffect: false,
  control: { runs: 'no-body', ends: true },
  config: z.strictObject({ code: codeSchema, message: fieldValueSchema, payload: fieldValueSchema.optional() }),
  slots: () => [],
  expressions: (config) => [siteOf('/message', config.message), ...optionalSite('/payload', config.payload)],
  references: () => ({}),
  output: () => ({}),
});
