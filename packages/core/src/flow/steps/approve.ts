import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { defineStepKind, durationSchema, siteOf, outputObject } from './step-kind.ts';

/** Asks a person. Output: `{ decision, by, comment }`; `decision` is approved, rejected or timed-out. */
export const approveStep = defineStepKind({
  title: 'Approve',
  summary: 'Wait for a person to say yes or no.',
  isEffect: true,
  control: { runs: 'no-body', waits: true },
  config: z.strictObject({
    question: fieldValueSchema,
    role: z.enum(['approver', 'operator', 'admin']),
    timeout: durationSchema.default('P2D'),
    /** Whether the person who started the run may answer. If not, somebody else has to. */
    starterMayAnswer: z.boolean().default(false),
  }),
  slots: () => [],
  expressions: (config) => [siteOf('/question', config.question)],
  references: () => ({}),
  output: () => outputObject(['decision', 'by', 'comment']),
});
