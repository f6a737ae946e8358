import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectorRegistry } from '@throughline/connectors/registry';
import { withOrganisation } from '@throughline/core/db';
import { definition, run, stepRun, exception } from '@throughline/core/db/schema/index';
import { startRun } from '@throughline/core/db/start-run';
import { createTestDatabase, type TestDatabase } from '@throughline/core/db/test-database';
import { startSandbox, type RunningSandbox } from '@throughline/sandbox';
import type { RunningRuntime } from './start-runtime.ts';
import { startInProcess } from './testing/in-process-runtime.ts';
import { installClosedWon, seedConnections, testKeyRing } from './testing/seed-world.ts';
import { waitUntil } from './testing/wait-until.ts';

let database: TestDatabase;
let sandbox: RunningSandbox;
let runtime: RunningRuntime;

beforeAll(async () => {
  const { keyRing } = await testKeyRing();
  database = await createTestDatabase();
  sandbox = await startSandbox();
  await seedConnections(database, sandbox, keyRing);
  await installClosedWon(database);
  runtime = await startInProcess({ databaseUrl: database.url, keyRing, connectors: connectorRegistry });
});
afterAll(async () => {
  await runtime?.stop();
  await sandbox?.close();
  await database?.close();
});

it('runs', async () => {
  const [flow] = await withOrganisation(database.db, database.organisationId, (tx) =>
    tx.select().from(definition).where(eq(definition.key, 'closed-won-handoff')),
  );
  const deal = sandbox.salesforce.context.state.collection<{ Id: string }>('Opportunity').all();

  const started = await withOrganisation(database.db, database.organisationId, (tx) =>
    startRun(tx, {
      environmentId: database.environmentIds.test,
      definitionId: flow?.id ?? '',
      source: 'manual',
      dedupeKey: 'x',
      payload: { Id: deal[0]?.Id, StageName: 'Closed Won' },
    }),
  );
  const done = await waitUntil('run', async () => {
    const [row] = await withOrganisation(database.db, database.organisationId, (tx) =>
      tx
        .select()
        .from(run)
        .where(eq(run.id, started.runId ?? '')),
    );
    return row?.finishedAt ? row : undefined;
  });
  const steps = await withOrganisation(database.db, database.organisationId, (tx) =>
    tx
      .select()
      .from(stepRun)
      .where(eq(stepRun.runId, started.runId ?? ''))
      .orderBy(stepRun.position),
  );
  console.log(
    steps.map((s) => `${s.position} ${s.path} ${s.state} ${s.errorMessage ?? ''} ${s.durationMs}`).join('\n'),
  );
  console.log(await withOrganisation(database.db, database.organisationId, (tx) => tx.select().from(exception)));
  console.log(done.state);
  expect(done.state).toBe('succeeded');
});
