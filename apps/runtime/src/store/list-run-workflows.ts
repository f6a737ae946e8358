import { sql } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { engineWorkflows } from '@throughline/core/db/runs/engine-names';

/**
 * The engine's workflows of runs: their own, those of their parts, and that which cancelled one. Not those of runs they
 * called, which have a retention of their own.
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
