import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { ensureEngineSchema } from '../../src/db/runs/ensure-engine-schema.ts';
import { startTestServer } from './test-server.ts';

/** On a server that was passed in, databases older than this were left by a killed session. */
const abandonedAfterSeconds = 6 * 3600;

/**
 * Vitest global setup: one PostgreSQL 18 per session, or the server of TEST_DATABASE_URL (as a superuser, because tests
 * look behind row-level security), and one migrated template.
 * Returns the teardown.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given === undefined ? await startTestServer() : { url: given, stop: async () => undefined };
  const prefix = `throughline_test_${Math.floor(Date.now() / 1000)}_${randomBytes(3).toString('hex')}`;
  const templateName = `${prefix}_template`;
  try {
    if (given !== undefined) await dropDatabases(server.url, isAbandoned);
    await execute(server.url, [`create database "${templateName}"`]);
    const templateUrl = new URL(server.url);
    templateUrl.pathname = `/${templateName}`;
    await migrateDatabase(templateUrl.href);
    await ensureEngineSchema(templateUrl.href);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('testDatabaseSource', { serverUrl: server.url, templateName });
  return async () => {
    if (given !== undefined) await dropDatabases(server.url, (name) => name.startsWith(prefix));
    await server.stop();
  };
}

function isAbandoned(name: string): boolean {
  const startedAt = /^throughline_test_(\d+)_/.exec(name)?.[1];
  return startedAt !== undefined && Number(startedAt) < Date.now() / 1000 - abandonedAfterSeconds;
}

async function dropDatabases(url: string, isWanted: (name: string) => boolean): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select datname as name from pg_database');
    for (const { name } of rows.filter(({ name }) => isWanted(name))) {
      await client.query(`drop database if exists "${name}" with (force)`);
    }
  } finally {
    await client.end();
  }
}

async function execute(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
