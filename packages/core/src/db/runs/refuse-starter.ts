import { sql } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { areIndependent, loadPasswordOrigins } from '../people/independence.ts';
import { run } from '../schema/index.ts';
import { RunError } from './run-error.ts';

/**
 * Refuses an answer by somebody who started the run, the run it is part of, a run it repeats, or the run whose event
 * started it: what they started would be approved by themselves. @throws RunError `OWN_RUN`
 */
export async function refuseStarter(tx: OrganisationTx, runId: string, userId: string): Promise<void> {
  const { rows } = await tx.execute<{ started_by: string }>(sql`
    with recursive origin as (
      select id, started_by, parent_run_id, replay_of_run_id, caused_by_run_id from ${run} where id = ${runId}
      union
      select r.id, r.started_by, r.parent_run_id, r.replay_of_run_id, r.caused_by_run_id
      from ${run} r join origin o on r.id in (o.parent_run_id, o.replay_of_run_id, o.caused_by_run_id)
    )
    select distinct started_by from origin where started_by is not null`);
  const starters = rows.map(({ started_by: starter }) => starter);
  if (starters.length === 0) return;
  const origins = await loadPasswordOrigins(tx);
  if (starters.every((starter) => areIndependent(starter, userId, origins))) return;
  throw new RunError(
    'OWN_RUN',
    starters.includes(userId)
      ? 'You started this run, one that it repeats, or one whose event started it. Another person has to answer.'
      : 'The colleague who started this run and you are not independent of each other: one gave the other the link for their password. Another person has to answer.',
  );
}
