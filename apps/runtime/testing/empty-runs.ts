import type { Pool } from 'pg';

const tables =
  'delivery, waiting_step, shared_value, undo_entry, run_wait, record_claim, link, published_event, notification, exception, step_run, trigger_event, run';
const lockTimedOut = '55P03';

/**
 * Removes all runs and what belongs to them. A worker may be writing to these tables, so this never waits for a lock for
 * as long as PostgreSQL takes to look for a deadlock: it gives back its own locks and tries again.
 */
export async function emptyRuns(pool: Pool): Promise<void> {
  while (!(await tryToEmpty(pool)));
}

async function tryToEmpty(pool: Pool): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("set local lock_timeout = '200ms'");
    await client.query(`truncate ${tables}`);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    if ((error as { code?: string }).code === lockTimedOut) return false;
    throw error;
  } finally {
    client.release();
  }
}
