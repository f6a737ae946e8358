import { Pool } from 'pg';
import type { Logger } from 'pino';

/** A transaction that is left open, by a process that stalls for example, releases its locks after this time. */
const idleTransactionMs = 60_000;

/**
 * Opens the engine's own connections. They are made here and not by the engine, because the engine would send its
 * setting beside the first query of a new connection. The driver warns of that, and its next version will refuse it.
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
  // The listener is needed even while the connection is lent, because a server restart would otherwise end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
