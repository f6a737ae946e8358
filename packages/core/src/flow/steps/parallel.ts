import { z } from 'zod';
import { defineStepKind, identifierSchema } from './step-kind.ts';

/** Runs its branches in parallel and waits for all of them. Output: `{}`; read the inner steps by their ids. */
export const parallelStep = defineStepKind({
  title: 'Parallel',
  summary: 'Do several things side by side and wait for all.',
  isEffect: false,
  control: { runs: 'all-bodies' },
  config: z.strictObject({
    branches: z
      .array(z.strictObject({ slot: identifierSchema, title: z.string().trim().min(1).max(80) }))
      .min(2, 'Parallel needs at least two branches'),
  }),
  slots: (config) => config.branches,
  expressions: () => [],
  references: () => ({}),
  width: ({ branches }, { ofSlot }) => branches.reduce((sum, { slot }) => sum + ofSlot(slot), 0),
  output: () => ({}),
});
