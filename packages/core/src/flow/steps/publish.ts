import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { defineStepKind, siteOf, outputObject } from './step-kind.ts';

/** Publishes a CloudEvents 1.0 event. Output: `{ eventId }`. */
export const publishStep = defineStepKind({
  title: 'Publish',
  summary: 'Tell other flows and systems that something happened.',
  isEffect: true,
  control: { runs: 'no-body' },
  config: z.strictObject({
    /** CloudEvents `type`, for example `project.activated`. */
    type: z
      .string()
      .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/, 'Use words joined by dots, such as project.activated'),
    subject: fieldValueSchema,
    data: fieldValueSchema,
  }),
  slots: () => [],
  expressions: (config) => [siteOf('/subject', config.subject), siteOf('/data', config.data)],
  references: () => ({}),
  output: () => outputObject(['eventId']),
});
