import { z } from 'zod';
import { defineStepKind, expressionSchema } from './step-kind.ts';

/** Publishes a CloudEvents 1.0 event. Output: `{ eventId }`. */
export const publishStep = defineStepKind({
  title: 'Publish',
  summary: 'Tell other flows and systems that something happened.',
  isEffect: true,
  config: z.strictObject({
    /** CloudEvents `type`, for example `project.activated`. */
    type: z
      .string()
      .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/, 'Use words joined by dots, such as project.activated'),
    subject: expressionSchema,
    data: expressionSchema,
  }),
  slots: () => [],
  expressions: (config) => [
    { pointer: '/subject', text: config.subject },
    { pointer: '/data', text: config.data },
  ],
  references: () => ({}),
});
