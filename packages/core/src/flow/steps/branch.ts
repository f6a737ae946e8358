import { z } from 'zod';
import { defineStepKind, expressionSchema, identifierSchema } from './step-kind.ts';

/** Runs the body of the first case whose condition holds, else `otherwise`. Output: `{ case }`, the slot taken. */
export const branchStep = defineStepKind({
  title: 'Branch',
  summary: 'Go one way or another.',
  isEffect: false,
  config: z.strictObject({
    cases: z
      .array(
        z.strictObject({ slot: identifierSchema, title: z.string().trim().min(1).max(80), when: expressionSchema }),
      )
      .min(1, 'A branch needs at least one case'),
  }),
  slots: (config) => [
    ...config.cases.map(({ slot, title }) => ({ slot, title })),
    { slot: 'otherwise', title: 'Otherwise' },
  ],
  expressions: (config) => config.cases.map((item, index) => ({ pointer: `/cases/${index}/when`, text: item.when })),
  references: () => ({}),
});
