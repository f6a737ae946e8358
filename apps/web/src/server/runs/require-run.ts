import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run } from '@throughline/core/db/schema/run';
import { Refusal } from '../trpc/refusal.ts';

/** Refuses a run in another environment than that of the request. */
export const requireRun = async (tx: OrganisationTx, environmentId: string, runId: string): Promise<void> => {
  const count = await tx.$count(run, and(eq(run.id, runId), eq(run.environmentId, environmentId)));
  if (count === 0) throw new Refusal('not-found', 'RUN_NOT_FOUND', 'There is no such run in this environment.');
};
