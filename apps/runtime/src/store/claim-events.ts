import { sql } from 'drizzle-orm';
import { acrossOrganisations, type Database } from '@throughline/core/db';
import { recordClaim, triggerEvent } from '@throughline/core/db/schema/index';
import { livingWorkers } from './worker-lease.ts';

export interface ClaimedEvent {
  readonly eventId: string;
  readonly organisationId: string;
  readonly connectionId: string;
}

export interface ClaimEventsInput {
  readonly workerId: string;
  readonly limit: number;
  /** What this worker has in hand; anything else that it claimed was left by a failure. */
  readonly inHandIds: readonly string[];
  /** Connections from which this worker already reads as much as it may. */
  readonly busyConnectionIds: readonly string[];
}

/** An event waits no longer than this for our own writes to the object that were under way when it came. */
const writeWaitSeconds = 60;

/**
 * Takes waiting events that are due: per flow and record the oldest only, so that their order is kept. A claim of a
 * worker that has ended counts for nothing. An event that came while we were writing to its object waits for the end of
 * that write, because it may be its echo.
 */
export async function claimEvents(db: Database, input: ClaimEventsInput): Promise<ClaimedEvent[]> {
  const { workerId, limit } = input;
  const living = arrayOf((await livingWorkers(db)).filter((id) => id !== workerId));
  const busy = arrayOf(input.busyConnectionIds);
  const inHand = arrayOf(input.inHandIds);
  return acrossOrganisations(db, async (tx) => {
    const { rows } = await tx.execute<{ id: string; organisation_id: string; connection_id: string }>(sql`
      update ${triggerEvent} set claimed_by = ${workerId} where id in (
        select e.id from ${triggerEvent} e
        where e.state = 'waiting' and e.due_at <= now()
          and (e.claimed_by is null or not e.claimed_by = any (${living}::text[]))
          and not e.id = any (${inHand}::uuid[])
          and not e.connection_id = any (${busy}::uuid[])
          and not exists (
            select from ${triggerEvent} o
            where o.state = 'waiting' and o.connection_id = e.connection_id and o.object = e.object
              and o.record_id = e.record_id and o.definition_id = e.definition_id and o.id < e.id)
          and (e.received_at < now() - make_interval(secs => ${writeWaitSeconds}) or not exists (
            select from ${recordClaim} c
            where c.connection_id = e.connection_id and c.object = e.object and c.holder is not null
              and c.claimed_at <= e.received_at
              and (c.worker_id = ${workerId} or c.worker_id = any (${living}::text[]))))
        order by e.due_at limit ${limit} for update skip locked)
      returning id, organisation_id, connection_id`);
    return rows.map((row) => ({
      eventId: row.id,
      organisationId: row.organisation_id,
      connectionId: row.connection_id,
    }));
  });
}

const arrayOf = (ids: readonly string[]): string => `{${ids.join(',')}}`;
