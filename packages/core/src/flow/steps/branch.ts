import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { conditionSite, defineStepKind, identifierSchema, outputObject } from './step-kind.ts';

/**
 * Runs the body of the first case whose condition holds, or else `otherwise`. Output: `{ case }`, the slot that ran.
 */
export const branchStep = defineStepKind({
  title: 'Branch',
  summary: 'Go one way or another.',
  isEffect: false,
  control: { runs: 'one-body' },
  config: z.strictObject({
    cases: z
      .array(
        z.strictObject({ slot: identifierSchema, title: z.string().trim().min(1).max(80), when: fieldValueSchema }),
      )
      .min(1, 'A branch needs at least one case'),
  }),
  slots: (config) => [
    ...config.cases.map(({ slot, title }) => ({ slot, title })),
    { slot: 'otherwise', title: 'Otherwise' },
  ],
  expressions: (config) => config.cases.map((item, index) => conditionSite(`/cases/${index}/when`, item.when)),
  references: () => ({}),
  output: () => outputObject(['case']),
});
