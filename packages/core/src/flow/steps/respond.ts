import { z } from 'zod';
import { defineStepKind, expressionSchema } from './step-kind.ts';

/** Sets the run's answer for a waiting caller and goes on. Output: `{ status, body }`. */
export const respondStep = defineStepKind({
  title: 'Respond',
  summary: 'Answer whoever called this flow.',
  isEffect: false,
  config: z.strictObject({ status: z.int().min(200).max(599).default(200), body: expressionSchema }),
  slots: () => [],
  expressions: (config) => [{ pointer: '/body', text: config.body }],
  references: () => ({}),
});
