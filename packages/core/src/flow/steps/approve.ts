import { z } from 'zod';
import { defineStepKind, durationSchema, expressionSchema } from './step-kind.ts';

/** Asks a person. Output: `{ decision, by, comment }`; `decision` is approved, rejected or timed-out. */
export const approveStep = defineStepKind({
  title: 'Approve',
  summary: 'Wait for a person to say yes or no.',
  isEffect: true,
  config: z.strictObject({
    question: expressionSchema,
    role: z.enum(['approver', 'operator', 'admin']),
    timeout: durationSchema.default('P2D'),
    /** Whether the person who started the run may answer; otherwise it takes somebody else. */
    starterMayAnswer: z.boolean().default(false),
  }),
  slots: () => [],
  expressions: (config) => [{ pointer: '/question', text: config.question }],
  references: () => ({}),
});
