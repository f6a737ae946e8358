import { z } from 'zod';
import { codeSchema, defineStepKind, expressionSchema, keySchema } from './step-kind.ts';

/** Looks a key up in a value map. Output: the value, or null when missing and `onMissing` is `null`. */
export const lookupStep = defineStepKind({
  title: 'Look up',
  summary: 'Translate a value with a value map.',
  isEffect: false,
  config: z.strictObject({
    valueMap: keySchema,
    key: expressionSchema,
    onMissing: z.enum(['fail', 'null']).default('fail'),
    missingCode: codeSchema.default('VALUE_NOT_MAPPED'),
  }),
  slots: () => [],
  expressions: (config) => [{ pointer: '/key', text: config.key }],
  references: (config) => ({ valueMap: config.valueMap }),
});
