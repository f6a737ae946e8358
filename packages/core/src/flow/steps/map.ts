import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { defineStepKind, keySchema, siteOf } from './step-kind.ts';

/** Builds one shape from another with a mapping. Output: what the mapping returns. */
export const mapStep = defineStepKind({
  title: 'Map',
  summary: 'Build one shape from another with a mapping.',
  isEffect: false,
  control: { runs: 'no-body' },
  config: z.strictObject({ mapping: keySchema, input: fieldValueSchema }),
  slots: () => [],
  expressions: (config) => [siteOf('/input', config.input)],
  references: (config) => ({ mapping: config.mapping }),
  output: (config, shapes) => shapes.mapped(config.mapping),
});
