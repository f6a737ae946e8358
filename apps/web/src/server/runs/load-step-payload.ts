import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run, stepRun } from '@throughline/core/db/schema/run';
import { Refusal } from '../trpc/refusal.ts';

/** Input and output of one step run, which lists leave out because of their size. */
export const loadStepPayload = async (tx: OrganisationTx, environmentId: string, stepRunId: string) => {
  const [found] = await tx
    .select({ input: stepRun.input, output: stepRun.output })
    .from(stepRun)
    .innerJoin(run, eq(run.id, stepRun.runId))
    .where(and(eq(stepRun.id, stepRunId), eq(run.environmentId, environmentId)));
  if (found === undefined) {
    throw new Refusal('not-found', 'STEP_NOT_FOUND', 'There is no such step in this environment.');
  }
  return found;
};
