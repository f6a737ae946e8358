import { z } from 'zod';
import type { OrganisationTx } from '@throughline/core/db';
import type { RequestFrame } from '@throughline/core/db/runs/engine-request';
import { rolesWithPersonalData } from '@throughline/core/db/words/roles';
import { identifierSchema } from '@throughline/core/flow/steps/step-kind';
import { jsonValue } from '../json-value.ts';
import { maskedRow } from '../personal-data/masked-row.ts';
import { shownTo } from '../personal-data/shown-to.ts';
import { environmentProcedureFor, procedureFor, router } from '../trpc/procedures.ts';
import { listSamples } from './list-samples.ts';
import { loadSurroundings } from './load-surroundings.ts';
import { openFlow } from './open-flow.ts';
import { readTestOutputs, readTestRun, readTestStep } from './read-test-run.ts';
import { findConnection, listSampleRecords, readSampleRecord, type ConnectionOf } from './sample-records.ts';
import { startTest } from './start-test.ts';

const testing = environmentProcedureFor(...rolesWithPersonalData);
/** A test run shows whole records, so nobody reads one who would have to see it masked. */
const ofTests = procedureFor(...rolesWithPersonalData);

export const designerRouter = router({
  /** A flow as its editor opens it. */
  open: environmentProcedureFor()
    .input(z.object({ key: z.string() }))
    .query(({ ctx, input }) =>
      ctx.inOrganisation((tx) => openFlow(tx, { key: input.key, environmentId: ctx.environment.id })),
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
        pins: z.record(identifierSchema, jsonValue).default({}),
        from: z.object({ stepId: identifierSchema, runId: z.uuid().nullable() }).nullable().default(null),
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
  /** How a test run goes. */
  testRun: ofTests
    .input(z.object({ runId: z.uuid() }))
    .query(({ ctx, input }) => ctx.inOrganisation((tx) => readTestRun(tx, input.runId))),
  /** What one of its steps worked on and gave. */
  testStep: ofTests
    .input(z.object({ runId: z.uuid(), path: z.string().max(1000) }))
    .query(({ ctx, input }) => ctx.inOrganisation((tx) => readTestStep(tx, input.runId, input.path))),
  /** What all of its steps gave, as examples for the forms. */
  testOutputs: ofTests
    .input(z.object({ runId: z.uuid() }))
    .query(({ ctx, input }) => ctx.inOrganisation((tx) => readTestOutputs(tx, input.runId))),
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
