import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Stream } from 'node:stream';
import { startLocalPostgres } from '@throughline/core/db/local-postgres/start-local-postgres';
import { Client } from 'pg';
import type { StartSettings } from './settings.ts';

export interface StartedDatabase {
  readonly url: string;
  /** Never resolves for a server that we do not run. */
  readonly ended: Promise<void>;
  /** The bundled server stops when nobody holds this any more. */
  readonly lifeline?: Stream;
  stop(): Promise<void>;
}

/** Uses the server of DATABASE_URL, or else the bundled PostgreSQL with a separate database. */
export async function startDatabase(settings: StartSettings): Promise<StartedDatabase> {
  if (settings.databaseUrl !== undefined) {
    return { url: settings.databaseUrl, ended: new Promise<never>(() => undefined), stop: async () => undefined };
  }
  const server = await startLocalPostgres({
    stateDir: settings.stateDir,
    port: settings.ports.postgres,
    // Named after the checkout, so that two of them never share data.
    sharedDir: join('/var/lib/throughline', createHash('sha256').update(settings.stateDir).digest('hex').slice(0, 12)),
  });
  try {
    await createDatabase(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: databaseUrl(server.url), ended: server.ended, lifeline: server.lifeline, stop: () => server.stop() };
}

async function createDatabase(serverUrl: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'throughline'");
    if (rowCount === 0) await client.query('create database throughline');
  } finally {
    await client.end();
  }
}

function databaseUrl(serverUrl: string): string {
  const url = new URL(serverUrl);
  url.pathname = '/throughline';
  return url.href;
}
