import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { codeSchema, defineStepKind, keySchema, siteOf } from './step-kind.ts';

/** Looks a key up in a value map. Output: the value, or null when missing and `onMissing` is `null`. */
export const lookupStep = defineStepKind({
  title: 'Look up',
  summary: 'Translate a value with a value map.',
  isEffect: false,
  control: { runs: 'no-body' },
  config: z.strictObject({
    valueMap: keySchema,
    key: fieldValueSchema,
    onMissing: z.enum(['fail', 'null']).default('fail'),
    missingCode: codeSchema.default('VALUE_NOT_MAPPED'),
  }),
  slots: () => [],
  expressions: (config) => [siteOf('/key', config.key)],
  references: (config) => ({ valueMap: config.valueMap }),
  output: () => ({}),
});
