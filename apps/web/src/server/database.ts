import { openDatabase, type Database } from '@throughline/core/db';
import { webEnv } from './env.ts';

/** Far above what any page asks for; what takes longer holds a connection that colleagues wait for. */
const longestStatementMs = 15_000;

// Kept on the global object, because a development reload evaluates this module again and must not open another pool.
const holder = globalThis as typeof globalThis & { throughlineDatabase?: Database; throughlineHealth?: Database };

export const webDatabase = (): Database =>
  (holder.throughlineDatabase ??= openDatabase(webEnv().databaseUrl, {
    maxConnections: 12,
    statementTimeoutMs: longestStatementMs,
    applicationName: 'throughline-web',
  }));

/** Connections of its own for `/api/health`, so that it tells of the database and not of who uses it most. */
export const healthDatabase = (): Database =>
  (holder.throughlineHealth ??= openDatabase(webEnv().databaseUrl, {
    maxConnections: 2,
    applicationName: 'throughline-web-health',
  }));
