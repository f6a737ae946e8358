import { asc, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run, stepRun } from '@throughline/core/db/schema/run';
import { Refusal } from '../trpc/refusal.ts';

/** The current state of a test run, and every step that has begun, in order. */
export const readTestRun = async (tx: OrganisationTx, runId: string) => {
  const [found] = await tx
    .select({
      id: run.id,
      state: run.state,
      mode: run.mode,
      output: run.output,
      errorCode: run.errorCode,
      errorMessage: run.errorMessage,
      createdAt: run.createdAt,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
    })
    .from(run)
    .where(eq(run.id, runId));
  if (found === undefined || found.mode !== 'test') {
    throw new Refusal('not-found', 'RUN_NOT_FOUND', 'This test run is gone. Start another one.');
  }
  const steps = await tx
    .select({
      stepId: stepRun.stepId,
      path: stepRun.path,
      state: stepRun.state,
      attempts: stepRun.attempts,
      input: stepRun.input,
      output: stepRun.output,
      errorCode: stepRun.errorCode,
      errorMessage: stepRun.errorMessage,
      durationMs: stepRun.durationMs,
    })
    .from(stepRun)
    .where(eq(stepRun.runId, runId))
    .orderBy(asc(stepRun.position));
  return { ...found, steps };
};

export type TestRun = Awaited<ReturnType<typeof readTestRun>>;
export type TestStepRun = TestRun['steps'][number];
