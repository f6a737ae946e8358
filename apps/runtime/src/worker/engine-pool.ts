import { Pool } from 'pg';
import type { Logger } from 'pino';

/** A transaction that was left open, by a process that stalls for example, frees its locks after this time. */
const idleTransactionMs = 60_000;

/**
 * The engine's own connections. Made here and not by the engine, which would send its setting beside the first query of
 * a new connection: the driver warns of that, and will refuse it in its next version.
 */
export function openEnginePool(databaseUrl: string, log: Logger): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 20,
    application_name: 'throughline-engine',
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: idleTransactionMs,
  });
  pool.on('error', (error) => log.warn({ err: error }, 'An idle connection of the engine broke.'));
  // Also while it is lent: without a listener a server restart would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
