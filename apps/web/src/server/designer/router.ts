import { z } from 'zod';
import type { OrganisationTx } from '@throughline/core/db';
import type { RequestFrame } from '@throughline/core/db/runs/engine-request';
import { openDefinition } from '../drafts/open-definition.ts';
import { jsonValue } from '../json-value.ts';
import { maskedRow } from '../personal-data/masked-row.ts';
import { maskedTestRun } from '../personal-data/masked-test-run.ts';
import { shownTo } from '../personal-data/shown-to.ts';
import { environmentProcedureFor, procedureFor, router } from '../trpc/procedures.ts';
import { listSamples } from './list-samples.ts';
import { loadSurroundings } from './load-surroundings.ts';
import { readTestRun } from './read-test-run.ts';
import { findConnection, listSampleRecords, readSampleRecord, type ConnectionOf } from './sample-records.ts';
import { startTest } from './start-test.ts';

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
  /** Records of the trigger's system by name, newest first. */
  sampleRecords: testing
    .input(z.object({ flow: jsonValue, text: z.string().trim().max(100).default('') }))
    .query(({ ctx, input }) => listSampleRecords(ctx.database, connectionsOf(ctx), { ...input, frame: frameOf(ctx) })),
  /** One of them, complete. */
  sampleRecord: testing
    .input(z.object({ flow: jsonValue, recordId: z.string().min(1).max(200) }))
    .query(({ ctx, input }) => readSampleRecord(ctx.database, connectionsOf(ctx), { ...input, frame: frameOf(ctx) })),
  testRun: procedureFor()
    .input(z.object({ runId: z.uuid() }))
    .query(async ({ ctx, input }) =>
      shownTo(ctx, await ctx.inOrganisation((tx) => readTestRun(tx, input.runId)), maskedTestRun),
    ),
});

interface Asker {
  readonly organisation: { readonly id: string };
  readonly environment: { readonly id: string };
  readonly person: { readonly id: string };
  readonly inOrganisation: <Result>(work: (tx: OrganisationTx) => Promise<Result>) => Promise<Result>;
}

const frameOf = ({ organisation, environment, person }: Asker): RequestFrame => ({
  organisationId: organisation.id,
  environmentId: environment.id,
  requestedBy: person.id,
});

const connectionsOf =
  ({ inOrganisation, environment }: Asker): ConnectionOf =>
  (key) =>
    inOrganisation((tx) => findConnection(tx, environment.id, key));
