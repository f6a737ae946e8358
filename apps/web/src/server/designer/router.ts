import { z } from 'zod';
import { openDefinition } from '../drafts/open-definition.ts';
import { jsonValue } from '../json-value.ts';
import { maskedRow } from '../personal-data/masked-row.ts';
import { maskedTestRun } from '../personal-data/masked-test-run.ts';
import { shownTo } from '../personal-data/shown-to.ts';
import { environmentProcedureFor, procedureFor, router } from '../trpc/procedures.ts';
import { listSamples } from './list-samples.ts';
import { loadSurroundings } from './load-surroundings.ts';
import { readTestRun } from './read-test-run.ts';
import { startRecordRead, startTest } from './start-test.ts';

const testing = environmentProcedureFor('analyst', 'approver', 'operator');

export const designerRouter = router({
  /** A flow as its editor opens it. */
  open: environmentProcedureFor()
    .input(z.object({ key: z.string() }))
    .query(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        openDefinition(tx, { kind: 'flow', key: input.key, environmentId: ctx.environment.id }),
      ),
    ),
  /** Connections and definitions for pickers, completion and checks. */
  surroundings: environmentProcedureFor().query(({ ctx }) =>
    ctx.inOrganisation((tx) => loadSurroundings(tx, ctx.environment.id)),
  ),
  samples: environmentProcedureFor()
    .input(z.object({ definitionId: z.uuid() }))
    .query(async ({ ctx, input }) => {
      const samples = await ctx.inOrganisation((tx) => listSamples(tx, ctx.environment.id, input.definitionId));
      return shownTo(ctx, samples, (rows) =>
        rows.map((row) => maskedRow(row, { data: ['payload'], texts: ['label'] })),
      );
    }),
  startTest: testing
    .input(
      z.object({
        definitionId: z.uuid(),
        flow: jsonValue,
        payload: jsonValue,
        isConditionSkipped: z.boolean().default(false),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        startTest(tx, { ...input, environmentId: ctx.environment.id, startedBy: ctx.person.id }),
      ),
    ),
  readRecord: testing
    .input(
      z.object({
        definitionId: z.uuid(),
        connection: z.string().min(1),
        object: z.string().min(1),
        include: z.array(z.string().max(200)).max(50).default([]),
        recordId: z.string().trim().min(1, 'Enter the id of a record.').max(200),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        startRecordRead(tx, { ...input, environmentId: ctx.environment.id, startedBy: ctx.person.id }),
      ),
    ),
  testRun: procedureFor()
    .input(z.object({ runId: z.uuid() }))
    .query(async ({ ctx, input }) =>
      shownTo(ctx, await ctx.inOrganisation((tx) => readTestRun(tx, input.runId)), maskedTestRun),
    ),
});
