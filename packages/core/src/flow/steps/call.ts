import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { defineStepKind, keySchema, siteOf } from './step-kind.ts';

/** Runs another flow and waits for it. Output: what that flow responded, or else the output of its last step. */
export const callStep = defineStepKind({
  title: 'Call flow',
  summary: 'Run another flow as a part of this one.',
  isEffect: true,
  control: { runs: 'no-body', waits: true },
  config: z.strictObject({ flow: keySchema, input: fieldValueSchema }),
  slots: () => [],
  expressions: (config) => [siteOf('/input', config.input)],
  references: (config) => ({ flow: config.flow }),
  width: ({ flow }, { ofFlow }) => ofFlow(flow),
  output: () => ({}),
});
