import { sql } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { engineWorkflows } from '@throughline/core/db/runs/engine-names';
import { worker } from '@throughline/core/db/schema/index';

/*
 * The only module that reads the durable engine's private tables (`dbos.workflow_status`, as of version 5.3 of its SDK).
 * A release of the engine may change them without notice, so every query on them stands here.
 */

/**
 * Lists the engine's workflows of these runs: their own, those of their parts, and those that cancelled one of them. The
 * runs that they called are not among them, because those have a retention of their own.
 */
export async function listRunWorkflows({ login }: Database, runIds: readonly string[]): Promise<string[]> {
  const ids = sql.join(
    runIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const { rows } = await login.execute<{ id: string }>(sql`
    with recursive mine as (
      select s.workflow_uuid as id from dbos.workflow_status s where s.workflow_uuid in (${ids})
      union
      select part.workflow_uuid from dbos.workflow_status part
      join mine on part.parent_workflow_id = mine.id
      where part.name = ${engineWorkflows.runPart}
    )
    select id from mine`);
  return [...rows.map(({ id }) => id), ...runIds.map((id) => `stop:${id}`)];
}

/**
 * Lists workers that will not come back but may still own runs: they were declared dead, or stopped before they had
 * handed over. It is not enough to list those found now, because whoever declared them dead may have died before it
 * recovered their runs.
 */
export async function endedWorkersWithRuns({ login }: Database): Promise<string[]> {
  const { rows } = await login.execute<{ id: string }>(sql`
    select distinct w.id from ${worker} w
    join dbos.workflow_status s on s.executor_id = w.id and s.status = 'PENDING'
    where w.state in ('dead', 'stopped')`);
  return rows.map(({ id }) => id);
}

/**
 * Lists runs that the engine has given up, for themselves or for one of their parts, because worker after worker ended
 * while it executed them. Those that have ended since are among them.
 */
export async function listGivenUpRuns({ login }: Database): Promise<string[]> {
  const { rows } = await login.execute<{ id: string }>(sql`
    select distinct split_part(s.workflow_uuid, '/', 1) as id from dbos.workflow_status s
    where s.status = 'MAX_RECOVERY_ATTEMPTS_EXCEEDED'
      and s.name in (${engineWorkflows.runFlow}, ${engineWorkflows.runPart})`);
  return rows.map(({ id }) => id);
}
