import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { defineStepKind, siteOf, outputObject } from './step-kind.ts';

/** Notifies a person. Output: `{ notificationId }`. */
export const notifyStep = defineStepKind({
  title: 'Notify',
  summary: 'Tell a person what happened.',
  isEffect: true,
  control: { runs: 'no-body' },
  config: z.strictObject({
    /** E-mail address of the recipient, or a role name. */
    to: fieldValueSchema,
    subject: fieldValueSchema,
    body: fieldValueSchema,
  }),
  slots: () => [],
  expressions: (config) => [siteOf('/to', config.to), siteOf('/subject', config.subject), siteOf('/body', config.body)],
  references: () => ({}),
  output: () => outputObject(['notificationId']),
});
