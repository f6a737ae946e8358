import { z } from 'zod';
import { cancelRun } from '@throughline/core/db/runs/cancel-run';
import { replayRun } from '@throughline/core/db/runs/replay-run';
import { runModes, runStates } from '@throughline/core/db/words/run-words';
import { writeAudit } from '@throughline/core/db/audit';
import { jsonValue } from '../json-value.ts';
import { pageFields } from '../paging.ts';
import { maskedRow } from '../personal-data/masked-row.ts';
import { maskedRun } from '../personal-data/masked-run.ts';
import { maskedRuns } from '../personal-data/masked-runs.ts';
import { maskedTrace } from '../personal-data/masked-trace.ts';
import { shownTo } from '../personal-data/shown-to.ts';
import { environmentProcedureFor, router } from '../trpc/procedures.ts';
import { answerApproval } from './answer-approval.ts';
import { listRuns } from './list-runs.ts';
import { loadRun } from './load-run.ts';
import { loadStepPayload } from './load-step-payload.ts';
import { loadTrace } from './load-trace.ts';
import { period, periodStart } from './period.ts';
import { requireRun } from './require-run.ts';
import { startByHand } from './start-by-hand.ts';

const runId = z.uuid('This is not the id of a run');

export const runsRouter = router({
  list: environmentProcedureFor()
    .input(
      z.object({
        text: z.string().trim().max(200).default(''),
        states: z.array(z.enum(runStates)).default([]),
        flowKey: z.string().optional(),
        mode: z.enum(runModes).optional(),
        since: period.default(''),
        ...pageFields,
      }),
    )
    .query(async ({ ctx, input }) => {
      const from = periodStart(input.since, Date.now());
      const found = await ctx.inOrganisation((tx) =>
        listRuns(tx, { ...input, from, environmentId: ctx.environment.id }),
      );
      return shownTo(ctx, found, maskedRuns);
    }),

  one: environmentProcedureFor()
    .input(z.object({ runId }))
    .query(async ({ ctx, input }) =>
      shownTo(ctx, await ctx.inOrganisation((tx) => loadRun(tx, ctx.environment.id, input.runId)), maskedRun),
    ),

  stepPayload: environmentProcedureFor()
    .input(z.object({ stepRunId: z.uuid() }))
    .query(async ({ ctx, input }) => {
      const payload = await ctx.inOrganisation((tx) => loadStepPayload(tx, ctx.environment.id, input.stepRunId));
      return shownTo(ctx, payload, (row) => maskedRow(row, { data: ['input', 'output'] }));
    }),

  trace: environmentProcedureFor()
    .input(z.object({ businessKey: z.string().min(1).max(400), ...pageFields }))
    .query(async ({ ctx, input }) => {
      const trace = await ctx.inOrganisation((tx) => loadTrace(tx, { ...input, environmentId: ctx.environment.id }));
      return shownTo(ctx, trace, maskedTrace);
    }),

  start: environmentProcedureFor('operator')
    .input(z.object({ flowKey: z.string(), payload: jsonValue, reason: z.string().trim().min(1, 'Say why').max(1000) }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        startByHand(tx, { ...input, environmentId: ctx.environment.id, startedBy: ctx.person.id }),
      ),
    ),

  replay: environmentProcedureFor('operator')
    .input(
      z.object({
        runId,
        versions: z.enum(['live', 'same']).default('live'),
        reason: z.string().trim().max(1000).default(''),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation(async (tx) => {
        await requireRun(tx, ctx.environment.id, input.runId);
        const replayId = await replayRun(tx, {
          runId: input.runId,
          versions: input.versions,
          startedBy: ctx.person.id,
        });
        await writeAudit(tx, {
          actor: ctx.person.id,
          action: 'run.replayed',
          subjectType: 'run',
          subjectId: input.runId,
          environmentId: ctx.environment.id,
          details: { replayRunId: replayId, versions: input.versions, reason: input.reason },
        });
        return { runId: replayId };
      }),
    ),

  cancel: environmentProcedureFor('operator')
    .input(z.object({ runId }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation(async (tx) => {
        await requireRun(tx, ctx.environment.id, input.runId);
        await cancelRun(tx, { runId: input.runId, cancelledBy: ctx.person.name, now: new Date() });
        await writeAudit(tx, {
          actor: ctx.person.id,
          action: 'run.cancelled',
          subjectType: 'run',
          subjectId: input.runId,
          environmentId: ctx.environment.id,
        });
      }),
    ),

  /** The role depends on the question, so the use case checks it. */
  answerApproval: environmentProcedureFor()
    .input(
      z.object({
        approvalId: z.uuid(),
        decision: z.enum(['approved', 'rejected']),
        comment: z.string().trim().max(1000).default(''),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        answerApproval(tx, {
          ...input,
          environmentId: ctx.environment.id,
          person: ctx.person,
          roles: ctx.membership.roles,
        }),
      ),
    ),
});
