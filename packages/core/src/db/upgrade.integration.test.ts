import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/db/test-database.ts';
import { migrateDatabase, migrationsFolder } from './migrate.ts';

/* Each release left rows behind in `testing/db/releases`. They must survive every migration that came after it. */

interface Journal {
  entries: { tag: string }[];
}
type Row = Readonly<Record<string, unknown>>;

/** Columns whose values a migration moved elsewhere. A test of their own shows where they went. */
const movedColumns: ReadonlySet<string> = new Set(['run.item_overrides']);

const releasesFolder = join(import.meta.dirname, '../../testing/db/releases');
const releases = readdirSync(releasesFolder)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => basename(name, '.sql'));

let base: TestDatabase;
beforeAll(async () => {
  base = await createTestDatabase();
});
afterAll(() => base?.close());

describe.each(releases)('a database of the release %s', (release) => {
  const name = `upgrade_${release}`;
  const owner = `${name}_owner`;
  const folder = mkdtempSync(join(tmpdir(), 'throughline-upgrade-'));
  let client: Client;
  let before: Readonly<Record<string, readonly Row[]>>;

  beforeAll(async () => {
    // As in an installation: row-level security binds who migrates, but not who looks at the rows here.
    await base.db.pool.query(`drop role if exists "${owner}"`);
    await base.db.pool.query(`create role "${owner}" login password 'upgrade' nosuperuser nobypassrls createrole`);
    await base.db.pool.query(`grant throughline_app, throughline_system to "${owner}"`);
    await base.db.pool.query(`create database "${name}" owner "${owner}"`);
    const address = new URL(base.url);
    address.pathname = `/${name}`;
    client = new Client({ connectionString: address.href });
    await client.connect();
    Object.assign(address, { username: owner, password: 'upgrade' });
    await migrateDatabase(address.href, upTo(release, folder));
    await client.query(readFileSync(join(releasesFolder, `${release}.sql`), 'utf8'));
    before = await allRows(client);
    await migrateDatabase(address.href);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await client?.end();
    await base.db.pool.query(`drop database "${name}" with (force)`);
    await base.db.pool.query(`drop role "${owner}"`);
  });

  test('is made by the same migrations as it was then', () => {
    const migrations = readdirSync(folder).filter((file) => file.endsWith('.sql'));
    const text = migrations.toSorted().map((file) => readFileSync(join(folder, file), 'utf8'));
    const stored = readFileSync(join(releasesFolder, `${release}.sha256`), 'utf8').trim();
    expect(createHash('sha256').update(text.join('\n')).digest('hex')).toBe(stored);
  });

  test('had rows in every table', () => {
    const empty = Object.entries(before).filter(([, rows]) => rows.length === 0);
    expect(empty.map(([table]) => table)).toEqual([]);
  });

  test('keeps every row and every value', async () => {
    const after = await allRows(client);
    for (const [table, rows] of Object.entries(before)) {
      const columns = Object.keys(rows[0] ?? {}).filter((column) => !movedColumns.has(`${table}.${column}`));
      const kept = (after[table] ?? []).map((row) => only(row, columns));
      const wanted: unknown[] = rows.map((row) => only(row, columns));
      expect({ table, rows: kept }).toEqual({ table, rows: expect.arrayContaining(wanted) });
    }
  });

  test('has the shape of a database that was made today', async () => {
    expect(await shapeOf(client)).toEqual(await shapeOf(base.db.pool));
  });

  test('keeps its organisations apart', async () => {
    const { rows: organisations } = await client.query<{ id: string }>('select id from organisation order by id');
    const { rows: tables } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped order by 1`,
    );
    for (const { id } of organisations) {
      await client.query('begin');
      await client.query(
        `select set_config('role', 'throughline_app', true), set_config('throughline.organisation_id', $1, true)`,
        [id],
      );
      const foreign: string[] = [];
      for (const { name } of tables) {
        const { rowCount } = await client.query(`select 1 from "${name}" where organisation_id <> $1`, [id]);
        if (rowCount !== 0) foreign.push(name);
      }
      await client.query('rollback');
      expect(foreign).toEqual([]);
    }
  });

  test.runIf(release === '0005_shared_limits')('knows which object each cursor follows', async () => {
    const { rows } = await client.query('select cursor, object from change_cursor order by cursor');
    expect(rows).toEqual([
      { cursor: 'cursor-17', object: null },
      { cursor: 'cursor-18', object: 'Account' },
      { cursor: 'cursor-19', object: 'Contact' },
    ]);
  });

  test.runIf(release === '0005_shared_limits')('knows which steps wait for an answer', async () => {
    const { rows } = await client.query(
      `select run_id, path, kind, workflow_id, topic, event_type, event_subject, since from waiting_step order by since`,
    );
    expect(rows).toEqual([
      {
        run_id: '00000000-0000-7000-8000-0000000000e3',
        path: 'approve',
        kind: 'approve',
        workflow_id: 'run-e3',
        topic: 'step:approve',
        event_type: null,
        event_subject: null,
        since: new Date('2026-11-05T10:00:01Z'),
      },
      {
        run_id: '00000000-0000-7000-8000-0000000000e3',
        path: 'both[1].await',
        kind: 'wait',
        workflow_id: 'run-e3-part-1',
        topic: 'step:both[1].await',
        event_type: 'contract.signed',
        event_subject: '006C',
        since: new Date('2026-11-05T10:00:02Z'),
      },
    ]);
  });

  test.runIf(release === '0005_shared_limits')('knows what a replay of each exception repeats', async () => {
    const { rows } = await client.query<{ path: string; target: unknown }>('select path, target from exception');
    const targets = Object.fromEntries(rows.map(({ path, target }) => [path, target]));
    expect(targets).toEqual({
      checkTerms: { kind: 'run' },
      'each[3].writeLine': { kind: 'run' },
      'orders[1].lines[2]': {
        kind: 'item',
        place: [
          { loop: 'orders', index: 1, key: null },
          { loop: 'lines', index: 2, key: null },
        ],
      },
      'writeProject undo': {
        kind: 'undo',
        entry: {
          stepId: 'writeProject',
          path: 'writeProject',
          runId: '00000000-0000-7000-8000-0000000000e2',
          definitionId: '00000000-0000-7000-8000-000000000041',
          step: 'writeProject',
          recordKey: '006B',
          connection: 'netsuite',
          object: 'project',
          externalId: '9',
          undo: { operation: 'delete' },
        },
      },
      'writeTask undo': { kind: 'undo', entry: null },
    });
  });

  test.runIf(release === '0005_shared_limits')('knows which item a replay that was under way repeats', async () => {
    const { rows } = await client.query('select id, target from run where target is not null');
    expect(rows).toEqual([
      {
        id: '00000000-0000-7000-8000-0000000000e2',
        target: { kind: 'item', item: { Id: 'line' }, place: [{ loop: 'lines', index: 2, key: null }] },
      },
    ]);
  });

  test.runIf(release === '0005_shared_limits')('knows when each schedule was last set off', async () => {
    const { rows } = await client.query('select definition_id, scheduled_at from live_version order by 1');
    expect(rows).toEqual([
      { definition_id: '00000000-0000-7000-8000-000000000041', scheduled_at: new Date('2026-11-05T07:59:00Z') },
      { definition_id: '00000000-0000-7000-8000-000000000044', scheduled_at: null },
    ]);
  });

  test('still refuses to alter what was decided', async () => {
    for (const table of ['version', 'release', 'review', 'audit_entry']) {
      await expect(client.query(`delete from "${table}"`)).rejects.toMatchObject({ code: '23001' });
    }
  });
});

/** The migrations that a release knew, in a folder of their own. */
function upTo(release: string, folder: string): string {
  cpSync(join(migrationsFolder, 'meta/_journal.json'), join(folder, 'meta/_journal.json'), { recursive: true });
  const journalFile = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as Journal;
  const last = journal.entries.findIndex(({ tag }) => tag === release);
  if (last === -1) throw new Error(`There is no migration ${release}; releases are named after their last migration.`);
  journal.entries = journal.entries.slice(0, last + 1);
  writeFileSync(journalFile, JSON.stringify(journal));
  for (const { tag } of journal.entries) cpSync(join(migrationsFolder, `${tag}.sql`), join(folder, `${tag}.sql`));
  return folder;
}

async function allRows(client: Client): Promise<Record<string, Row[]>> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const all: Record<string, Row[]> = {};
  for (const { name } of tables) all[name] = (await client.query<Row>(`select * from "${name}"`)).rows;
  return all;
}

const only = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));

interface Queryable {
  query(text: string): Promise<{ readonly rows: readonly unknown[] }>;
}

/** Columns, constraints, policies and triggers, each as the server describes it. */
async function shapeOf(client: Queryable): Promise<readonly unknown[]> {
  const { rows } = await client.query(`
    select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
           || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as line
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    union all
    select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace
    union all
    select 'index ' || indexdef from pg_indexes where schemaname = 'public'
    union all
    select 'policy ' || tablename || ' ' || policyname || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '')
      from pg_policies where schemaname = 'public'
    union all
    select 'trigger ' || tgrelid::regclass || ' ' || pg_get_triggerdef(oid) from pg_trigger
      where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
    union all
    select 'protection ' || relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity
      from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    order by 1`);
  return rows;
}
