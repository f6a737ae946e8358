import { openDatabase, type Database } from '@throughline/core/db';
import { webEnv } from './env.ts';

// Kept on the global object: a development reload evaluates this module again and must not open another pool.
const holder = globalThis as typeof globalThis & { throughlineDatabase?: Database };

export const webDatabase = (): Database =>
  (holder.throughlineDatabase ??= openDatabase(webEnv().databaseUrl, {
    maxConnections: 12,
    applicationName: 'throughline-web',
  }));
