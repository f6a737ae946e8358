import { eq } from 'drizzle-orm';
import { withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { replayException, type ReplayExceptionInput } from '@throughline/core/db/runs/replay-exception';
import { connection, definition, exception, run, stepRun } from '@throughline/core/db/schema/index';
import { startRun, type StartRunInput } from '@throughline/core/db/start-run';
import type { TestDatabase } from '@throughline/core/testing/db/test-database';
import { waitUntil } from './wait-until.ts';

export type RunRow = typeof run.$inferSelect;
type ConnectionRow = typeof connection.$inferSelect;
export type ExceptionRow = typeof exception.$inferSelect;

/** What tests ask of the database, in the organisation of the test. */
export class World {
  readonly database: TestDatabase;

  constructor(database: TestDatabase) {
    this.database = database;
  }

  tx<Result>(work: (tx: OrganisationTx) => Promise<Result>): Promise<Result> {
    return withOrganisation(this.database.db, this.database.organisationId, work);
  }

  async definitionId(key: string): Promise<string> {
    const [row] = await this.tx((tx) => tx.select().from(definition).where(eq(definition.key, key)));
    if (row === undefined) throw new Error(`There is no definition "${key}".`);
    return row.id;
  }

  /** Starts a run by hand; every call is an event of its own. */
  async start(flowKey: string, payload: unknown, more: Partial<StartRunInput> = {}): Promise<string> {
    const definitionId = await this.definitionId(flowKey);
    const { runId, note } = await this.tx((tx) =>
      startRun(tx, {
        environmentId: this.database.environmentIds.test,
        definitionId,
        source: 'manual',
        dedupeKey: crypto.randomUUID(),
        payload,
        ...more,
      }),
    );
    if (runId === null) throw new Error(`No run was started: ${note ?? ''}`);
    return runId;
  }

  async run(runId: string): Promise<RunRow> {
    const [row] = await this.tx((tx) => tx.select().from(run).where(eq(run.id, runId)));
    if (row === undefined) throw new Error(`There is no run ${runId}.`);
    return row;
  }

  ended(runId: string): Promise<RunRow> {
    return waitUntil(`The end of run ${runId}`, async () => {
      const row = await this.run(runId);
      return row.finishedAt === null ? undefined : row;
    });
  }

  runsOf(definitionId: string): Promise<RunRow[]> {
    return this.tx((tx) => tx.select().from(run).where(eq(run.definitionId, definitionId)).orderBy(run.createdAt));
  }

  steps(runId: string): Promise<(typeof stepRun.$inferSelect)[]> {
    return this.tx((tx) => tx.select().from(stepRun).where(eq(stepRun.runId, runId)).orderBy(stepRun.position));
  }

  exceptions(runId: string): Promise<ExceptionRow[]> {
    return this.tx((tx) => tx.select().from(exception).where(eq(exception.runId, runId)).orderBy(exception.path));
  }

  /** Replays an exception whose replay starts a run at once; answers that run's id. */
  async replay(input: ReplayExceptionInput): Promise<string> {
    const runId = await this.tx((tx) => replayException(tx, input));
    if (runId === null) throw new Error('This replay starts no run by itself.');
    return runId;
  }

  /** Waits until a connection of the test environment is as wanted, and returns it. */
  connectionWhen(isWanted: (row: ConnectionRow) => boolean): Promise<ConnectionRow> {
    return waitUntil('The wanted state of a connection', async () => {
      const rows = await this.tx((tx) => tx.select().from(connection));
      return rows.find(isWanted);
    });
  }

  /** Output of a step by its path. */
  async output(runId: string, path: string): Promise<unknown> {
    const steps = await this.steps(runId);
    return steps.find((step) => step.path === path)?.output;
  }
}
