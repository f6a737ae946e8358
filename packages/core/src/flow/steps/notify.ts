import { z } from 'zod';
import { defineStepKind, expressionSchema } from './step-kind.ts';

/** Tells a person. Output: `{ notificationId }`. */
export const notifyStep = defineStepKind({
  title: 'Notify',
  summary: 'Tell a person what happened.',
  isEffect: true,
  config: z.strictObject({
    /** E-mail address of the recipient, or a role name. */
    to: expressionSchema,
    subject: expressionSchema,
    body: expressionSchema,
  }),
  slots: () => [],
  expressions: (config) => [
    { pointer: '/to', text: config.to },
    { pointer: '/subject', text: config.subject },
    { pointer: '/body', text: config.body },
  ],
  references: () => ({}),
});
