import { and, eq, isNull, ne, sql, type SQL } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { run } from '../schema/index.ts';
import { RunError } from './run-error.ts';
import { runLimits } from './run-limits.ts';

/** Unfinished runs of the organisation that the engine has; runs called by others are part of these. */
const inEngine = sql`select ${run.state} from ${run}
  where ${run.finishedAt} is null and not ${run.isParked} and ${run.mode} = 'live' and ${run.source} <> 'call'
  limit ${runLimits.unfinished}`;

/** SQL that is true when the engine has room for one more run of the organisation. */
const hasRoom: SQL<boolean> = sql`(select count(*) < ${runLimits.unfinished}
    and count(*) filter (where state in ('queued', 'running')) < ${runLimits.active} from (${inEngine}) as in_engine)`;

/** SQL that is true when a new run has to wait: there is no room, or earlier ones wait already. */
export const mustPark: SQL<boolean> = sql`(exists (select from ${run} where ${run.isParked}) or not ${hasRoom})`;

/** Whether the engine has room for one more run of the organisation. */
export async function findRoom(tx: OrganisationTx): Promise<boolean> {
  const { rows } = await tx.execute<{ has_room: boolean }>(sql`select ${hasRoom} as has_room`);
  return rows[0]?.has_room === true;
}

/**
 * Refuses one more test run, new or repeated, than an organisation may have. Test runs of one organisation are accepted
 * one after another, because several at the same moment would all count the same ones. @throws RunError `TOO_MANY_TESTS`
 */
export async function requireRoomForTest(tx: OrganisationTx): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('test runs of ' || current_setting('throughline.organisation_id'), 0))`,
  );
  const running = await tx.$count(run, and(eq(run.mode, 'test'), isNull(run.finishedAt), ne(run.source, 'call')));
  if (running < runLimits.tests) return;
  throw new RunError(
    'TOO_MANY_TESTS',
    `Your organisation has ${running} test runs under way, which is as many as possible. Wait until one of them ends, or cancel one in Runs.`,
  );
}
