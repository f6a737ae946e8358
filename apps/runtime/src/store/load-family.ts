import { and, eq, inArray, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run } from '@throughline/core/db/schema/index';

/** The run that a replay goes back to, over whatever replays in between. */
interface First {
  readonly id: string;
  readonly definitionId: string;
  readonly parentRunId: string | null;
  readonly parentPath: string | null;
}

/**
 * Ids of the run itself and of all runs that do the same work: all replays of the run that it goes back to, also those
 * beside it. For a called run it goes on with the runs that their callers' family has called at the same place. What one
 * of them has announced, no other announces again, whereas another call of the same flow has its own to announce.
 */
export async function loadFamily(tx: OrganisationTx, runId: string): Promise<string[]> {
  const first = await loadFirst(tx, runId);
  const equals = [first.id, ...(await loadEqualCalls(tx, first))];
  // A run is only replayed when it has ended, so one under way that goes back to nothing has no replays.
  return equals.length === 1 && first.id === runId ? [runId] : loadReplays(tx, equals);
}

async function loadEqualCalls(tx: OrganisationTx, { definitionId, parentRunId, parentPath }: First): Promise<string[]> {
  if (parentRunId === null || parentPath === null) return [];
  const callers = (await loadFamily(tx, parentRunId)).filter((id) => id !== parentRunId);
  if (callers.length === 0) return [];
  const called = await tx
    .select({ id: run.id })
    .from(run)
    .where(and(inArray(run.parentRunId, callers), eq(run.parentPath, parentPath), eq(run.definitionId, definitionId)));
  return called.map(({ id }) => id);
}

async function loadFirst(tx: OrganisationTx, runId: string): Promise<First> {
  const { rows } = await tx.execute<{ [Field in keyof First]: First[Field] }>(sql`
    with recursive earlier as (
      select id, replay_of_run_id, definition_id, parent_run_id, parent_path, 0 as steps_back
      from ${run} where id = ${runId}
      union all
      select r.id, r.replay_of_run_id, r.definition_id, r.parent_run_id, r.parent_path, earlier.steps_back + 1
      from earlier join ${run} r on r.id = earlier.replay_of_run_id
    )
    select id, definition_id as "definitionId", parent_run_id as "parentRunId", parent_path as "parentPath"
    from earlier order by steps_back desc limit 1`);
  const [first] = rows;
  if (first === undefined) throw new Error(`There is no run ${runId}.`);
  return first;
}

async function loadReplays(tx: OrganisationTx, firstIds: readonly string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive family as (
      select id from ${run} where ${inArray(run.id, [...firstIds])}
      union
      select r.id from family join ${run} r on r.replay_of_run_id = family.id
    )
    select id from family`);
  return rows.map(({ id }) => id);
}
