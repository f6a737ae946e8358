import { z } from 'zod';
import { defineStepKind, durationSchema, expressionSchema } from './step-kind.ts';

/** Waits durably. Output: `{ waitedUntil }`, or the event's data when an event ended the wait. */
export const waitStep = defineStepKind({
  title: 'Wait',
  summary: 'Wait for a time or an event; survives restarts.',
  isEffect: true,
  config: z.strictObject({
    for: z.discriminatedUnion('what', [
      z.strictObject({ what: z.literal('duration'), duration: durationSchema }),
      /** An ISO instant. */
      z.strictObject({ what: z.literal('instant'), instant: expressionSchema }),
      z.strictObject({
        what: z.literal('event'),
        type: z.string().min(1),
        subject: expressionSchema,
        timeout: durationSchema,
      }),
    ]),
  }),
  slots: () => [],
  expressions: (config) => {
    switch (config.for.what) {
      case 'duration':
        return [];
      case 'instant':
        return [{ pointer: '/for/instant', text: config.for.instant }];
      case 'event':
        return [{ pointer: '/for/subject', text: config.for.subject }];
    }
  },
  references: () => ({}),
});
