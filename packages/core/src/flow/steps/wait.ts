import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { defineStepKind, durationSchema, siteOf, outputObject } from './step-kind.ts';

/** Waits durably. Output: `{ waitedUntil }`, or the event's data when an event ended the wait. */
export const waitStep = defineStepKind({
  title: 'Wait',
  summary: 'Wait for a time or an event; survives restarts.',
  isEffect: true,
  control: { runs: 'no-body', waits: true },
  config: z.strictObject({
    for: z.discriminatedUnion('what', [
      z.strictObject({ what: z.literal('duration'), duration: durationSchema }),
      /** An ISO instant. */
      z.strictObject({ what: z.literal('instant'), instant: fieldValueSchema }),
      z.strictObject({
        what: z.literal('event'),
        type: z.string().min(1),
        subject: fieldValueSchema,
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
        return [siteOf('/for/instant', config.for.instant)];
      case 'event':
        return [siteOf('/for/subject', config.for.subject)];
    }
  },
  references: () => ({}),
  output: (config) => (config.for.what === 'event' ? {} : outputObject(['waitedUntil'])),
});
