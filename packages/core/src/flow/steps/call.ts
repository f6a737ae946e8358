import { z } from 'zod';
import { defineStepKind, expressionSchema, keySchema } from './step-kind.ts';

/** Runs another flow and waits for it. Output: what that flow responded, else the output of its last step. */
export const callStep = defineStepKind({
  title: 'Call flow',
  summary: 'Run another flow as a part of this one.',
  isEffect: true,
  config: z.strictObject({ flow: keySchema, input: expressionSchema }),
  slots: () => [],
  expressions: (config) => [{ pointer: '/input', text: config.input }],
  references: (config) => ({ flow: config.flow }),
});
