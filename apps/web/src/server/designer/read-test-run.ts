import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run, stepRun } from '@throughline/core/db/schema/run';
import { Refusal } from '../trpc/refusal.ts';

/** More steps than these are counted and not listed; a test of a long list has one of each step per item. */
const mostSteps = 3000;

/** The current state of a test run, and every step that has begun, in order, without what it worked on. */
export const readTestRun = async (tx: OrganisationTx, runId: string) => {
  const [found] = await tx
    .select({
      id: run.id,
      state: run.state,
      mode: run.mode,
      errorCode: run.errorCode,
      errorMessage: run.errorMessage,
      createdAt: run.createdAt,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
    })
    .from(run)
    .where(eq(run.id, runId));
  if (found === undefined || found.mode !== 'test') throw noTestRun();
  const [total] = await tx.select({ steps: count() }).from(stepRun).where(eq(stepRun.runId, runId));
  const steps = await tx
    .select({
      stepId: stepRun.stepId,
      path: stepRun.path,
      state: stepRun.state,
      attempts: stepRun.attempts,
      errorCode: stepRun.errorCode,
      errorMessage: stepRun.errorMessage,
      durationMs: stepRun.durationMs,
      /** The slot that a branch took. */
      taken: sql<string | null>`case when ${stepRun.kind} = 'branch' then ${stepRun.output} ->> 'case' end`,
      /** How many items a loop had. */
      items: sql<
        number | null
      >`case when ${stepRun.kind} = 'for-each' and jsonb_typeof(${stepRun.input} -> 'items') = 'array' then jsonb_array_length(${stepRun.input} -> 'items') end`,
    })
    .from(stepRun)
    .where(eq(stepRun.runId, runId))
    .orderBy(asc(stepRun.position))
    .limit(mostSteps);
  return { ...found, steps, stepCount: total?.steps ?? steps.length };
};

export type TestRun = Awaited<ReturnType<typeof readTestRun>>;
export type TestStepRun = TestRun['steps'][number];

/** What a step worked on and gave in one of the items of the loop around it; null if it did not run there. */
export const readTestStep = async (tx: OrganisationTx, runId: string, path: string) => {
  const [found] = await tx
    .select({ path: stepRun.path, input: stepRun.input, output: stepRun.output, retries: stepRun.retries })
    .from(stepRun)
    .innerJoin(run, eq(run.id, stepRun.runId))
    .where(and(eq(stepRun.runId, runId), eq(stepRun.path, path), eq(run.mode, 'test')));
  return found ?? null;
};

/** Larger outputs are left out of what the forms show as examples. */
const mostOutputLength = 20_000;
const mostOutputs = 200;

/** What the steps of a test run gave, by step id: the first item of a loop, and nothing large. */
export const readTestOutputs = async (
  tx: OrganisationTx,
  runId: string,
): Promise<Readonly<Record<string, unknown>>> => {
  const rows = await tx
    .selectDistinctOn([stepRun.stepId], { stepId: stepRun.stepId, output: stepRun.output })
    .from(stepRun)
    .innerJoin(run, eq(run.id, stepRun.runId))
    .where(
      and(
        eq(stepRun.runId, runId),
        eq(run.mode, 'test'),
        inArray(stepRun.state, ['succeeded', 'pinned']),
        sql`length(${stepRun.output}::text) <= ${mostOutputLength}`,
      ),
    )
    .orderBy(stepRun.stepId, asc(stepRun.position))
    .limit(mostOutputs);
  return Object.fromEntries(rows.map(({ stepId, output }) => [stepId, output]));
};

const noTestRun = (): Refusal => new Refusal('not-found', 'RUN_NOT_FOUND', 'This test run is gone. Start another one.');
