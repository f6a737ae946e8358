import { sql } from 'drizzle-orm';
import { run } from '../schema/index.ts';

/** The ids of a run and of those that it called, and that they called, as a subquery. */
export const callTreeIds = (runId: string) => sql`
  with recursive tree (id) as (
    select id from ${run} where id = ${runId}
    union
    select called.id from ${run} called join tree on called.parent_run_id = tree.id
  )
  select id from tree`;
