import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '../../src/db/client.ts';
import { demoPeople } from '../../src/db/demo-people.ts';
import { seedOrganisation, type SeededOrganisation } from '../../src/db/seed-organisation.ts';

/** What test files need to create their own databases. */
export interface TestDatabaseSource {
  readonly serverUrl: string;
  /** A migrated, empty database to copy. */
  readonly templateName: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabaseSource: TestDatabaseSource;
  }
}

export interface TestDatabase extends SeededOrganisation {
  readonly url: string;
  readonly db: Database;
  close(): Promise<void>;
}

/**
 * A database for one test file: migrated, with one organisation, its three environments and four people. Close it in
 * `afterAll`, which removes it.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { serverUrl, templateName } = inject('testDatabaseSource');
  const name = templateName.replace(/template$/, randomBytes(6).toString('hex'));
  await onServer(serverUrl, `create database "${name}" template "${templateName}"`);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  const db = openDatabase(address.href);
  const seeded = await seedOrganisation(db, {
    key: 'halden-pike',
    name: 'Halden & Pike',
    people: Object.values(demoPeople),
  });
  return {
    ...seeded,
    url: address.href,
    db,
    close: async () => {
      await db.close();
      await onServer(serverUrl, `drop database if exists "${name}" with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
