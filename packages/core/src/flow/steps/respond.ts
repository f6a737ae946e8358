import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { defineStepKind, siteOf, outputObject } from './step-kind.ts';

/** Sets the run's answer for a waiting caller and continues. Output: `{ status, body }`. */
export const respondStep = defineStepKind({
  title: 'Respond',
  summary: 'Answer whoever called this flow.',
  isEffect: false,
  control: { runs: 'no-body' },
  config: z.strictObject({ status: z.int().min(200).max(599).default(200), body: fieldValueSchema }),
  slots: () => [],
  expressions: (config) => [siteOf('/body', config.body)],
  references: () => ({}),
  output: () => outputObject({ status: { type: 'integer' }, body: {} }),
});
