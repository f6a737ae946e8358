import { openDatabase, type Database } from '@throughline/core/db';
import { webEnv } from './env.ts';

/** Far above what any page needs. A longer statement would block a connection for which colleagues wait. */
const longestStatementMs = 15_000;

// Kept on the global object, because a development reload evaluates this module again and must not open another pool.
const holder = globalThis as typeof globalThis & { throughlineDatabase?: Database; throughlineHealth?: Database };

export const webDatabase = (): Database =>
  (holder.throughlineDatabase ??= openDatabase(webEnv().databaseUrl, {
    maxConnections: 12,
    statementTimeoutMs: longestStatementMs,
    applicationName: 'throughline-web',
  }));

/** Separate connections for `/api/health`, so that it reports on the database and not on its heaviest user. */
export const healthDatabase = (): Database =>
  (holder.throughlineHealth ??= openDatabase(webEnv().databaseUrl, {
    maxConnections: 2,
    applicationName: 'throughline-web-health',
  }));
