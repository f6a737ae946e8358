import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { definition, environment, run, version } from '@throughline/core/db/schema/index';

/** A run with its document and the names of its flow and environment. Everything but its state was fixed when it was accepted. */
export async function loadRun(tx: OrganisationTx, runId: string) {
  const [row] = await tx
    .select({
      run,
      flowKey: definition.key,
      flowName: definition.name,
      versionNumber: version.number,
      document: version.document,
      environmentKey: environment.key,
    })
    .from(run)
    .innerJoin(definition, eq(definition.id, run.definitionId))
    .innerJoin(environment, eq(environment.id, run.environmentId))
    .leftJoin(version, eq(version.id, run.versionId))
    .where(eq(run.id, runId));
  if (row === undefined) throw new Error(`There is no run ${runId}.`);
  return row;
}

/** What determines which runs a run repeats. */
type Repeating = Pick<typeof run.$inferSelect, 'id' | 'definitionId' | 'parentRunId' | 'parentPath' | 'replayOfRunId'>;

/**
 * Ids of the runs that this one repeats: those that it is a replay of, nearest first, and for a called run those of the
 * same flow that a repeated caller had called at the same place. Replays beside it are not among them; see `loadFamily`.
 */
export async function loadRepeatedRunIds(tx: OrganisationTx, found: Repeating): Promise<string[]> {
  const replayed = found.replayOfRunId === null ? [] : await loadReplayedRunIds(tx, found.id);
  if (found.parentRunId === null || found.parentPath === null) return replayed;
  const [caller] = await tx.select().from(run).where(eq(run.id, found.parentRunId));
  const callers = caller === undefined ? [] : await loadRepeatedRunIds(tx, caller);
  if (callers.length === 0) return replayed;
  const called = await tx
    .select({ id: run.id })
    .from(run)
    .where(
      and(
        inArray(run.parentRunId, callers),
        eq(run.parentPath, found.parentPath),
        eq(run.definitionId, found.definitionId),
      ),
    )
    .orderBy(desc(run.createdAt));
  return [...replayed, ...called.map(({ id }) => id)];
}

async function loadReplayedRunIds(tx: OrganisationTx, runId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive repeated as (
      select replay_of_run_id as id, 1 as depth from ${run} where id = ${runId}
      union all
      select earlier.replay_of_run_id, depth + 1 from repeated join ${run} earlier on earlier.id = repeated.id
      where depth < 100
    )
    select id from repeated where id is not null order by depth`);
  return rows.map(({ id }) => id);
}
