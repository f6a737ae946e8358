import { sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { stepRun } from '@throughline/core/db/schema/index';

export type StepRunRow = Omit<typeof stepRun.$inferInsert, 'id' | 'organisationId'>;

const excluded = (column: string) => sql.raw(`excluded."${column}"`);

/**
 * Writes the states of steps, one row per path. A step that ended keeps its state: a resumed run walks over its pure
 * steps again, and must neither reopen them nor change when they ran.
 */
export async function saveStepRuns(tx: OrganisationTx, rows: readonly StepRunRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(stepRun)
    .values([...rows])
    .onConflictDoUpdate({
      target: [stepRun.runId, stepRun.path],
      set: {
        state: excluded('state'),
        attempts: excluded('attempts'),
        input: excluded('input'),
        output: excluded('output'),
        errorCode: excluded('error_code'),
        errorMessage: excluded('error_message'),
        retries: excluded('retries'),
        finishedAt: excluded('finished_at'),
        durationMs: excluded('duration_ms'),
      },
      setWhere: sql`${stepRun.finishedAt} is null`,
    });
}
