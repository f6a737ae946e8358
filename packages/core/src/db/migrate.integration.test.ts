import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateDatabase, migrationsFolder } from './migrate.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/db/test-database.ts';

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

let base: TestDatabase;
let emptyUrl: string;
const folder = mkdtempSync(join(tmpdir(), 'throughline-migrations-'));

beforeAll(async () => {
  base = await createTestDatabase();
  await base.db.pool.query('create database migrate_test');
  const address = new URL(base.url);
  address.pathname = '/migrate_test';
  emptyUrl = address.href;
  cpSync(migrationsFolder, folder, { recursive: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await base.db.pool.query('drop database migrate_test with (force)');
  await base.close();
});

test('concurrent starts migrate once', async () => {
  const results = await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(emptyUrl)));
  const count = (JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as Journal).entries
    .length;
  expect(results.map(({ applied }) => applied).sort((a, b) => a - b)).toEqual([0, 0, 0, count]);
});

test('a database from a newer version is refused, and a failing migration leaves nothing', async () => {
  const journalPath = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(journalPath, 'utf8')) as Journal;
  const idx = journal.entries.length;
  journal.entries.push({ idx, version: '7', when: Date.now(), tag: 'next', breakpoints: true });
  writeFileSync(journalPath, JSON.stringify(journal));

  writeFileSync(join(folder, 'next.sql'), 'create table half_done (id int);\n--> statement-breakpoint\nselect 1/0;');
  await expect(migrateDatabase(emptyUrl, folder)).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: 'A migration failed and was rolled back: division by zero',
  });

  writeFileSync(join(folder, 'next.sql'), 'create table half_done (id int);');
  expect(await migrateDatabase(emptyUrl, folder)).toEqual({ applied: 1 });
  await expect(migrateDatabase(emptyUrl)).rejects.toMatchObject({
    code: 'DATABASE_NEWER',
    message:
      'The database holds 1 migration that this version of Throughline does not know. It was used by a newer version ' +
      '(or a development state): start that version, or use another database.',
  });
  const client = new Client({ connectionString: emptyUrl });
  await client.connect();
  // Other tests take such locks in other databases of the server.
  const { rows } = await client.query(
    `select count(*)::int as count from pg_locks
     where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
  );
  await client.end();
  expect(rows).toEqual([{ count: 0 }]);
});
