import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acrossOrganisations, openDatabase, withOrganisation } from './client.ts';
import { migrateDatabase } from './migrate.ts';
import { auditEntry, definition, environment, organisation, user, version } from './schema/index.ts';
import { seedOrganisation } from './seed-organisation.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/db/test-database.ts';

/** Tables that belong to no organisation. A new one has to be named here, with its reason. */
const tablesWithoutOrganisation = {
  account: 'sign-in',
  connection_pace: 'when a connection’s next request is due, whichever worker sends it',
  connection_place: 'a request under way, of a worker',
  organisation: 'is the organisation; protected by its own id',
  passkey: 'sign-in',
  session: 'sign-in',
  sign_in_event: 'sign-in',
  sign_in_limit: 'sign-in',
  two_factor: 'sign-in',
  user: 'a person may belong to several; protected by membership',
  verification: 'sign-in',
  worker: 'a process serves every organisation',
};

let own: TestDatabase;
let strangerId: string;
let strangerEnvironmentId: string;

beforeAll(async () => {
  own = await createTestDatabase();
  const stranger = await seedOrganisation(own.db, {
    key: 'stranger',
    name: 'Stranger Ltd',
    people: [{ id: 'user-sam', name: 'Sam Stranger', email: 'sam@stranger.example', roles: ['admin'] }],
  });
  strangerId = stranger.organisationId;
  strangerEnvironmentId = stranger.environmentIds.test;
});
afterAll(() => own.close());

describe('the catalogue', () => {
  test('every table with an organisation is under forced row-level security with both policies', async () => {
    const { rows } = await own.db.pool.query<{ name: string; owned: boolean; forced: boolean; policies: string[] }>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id') as owned,
        array(select polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
    const unowned = rows.filter(({ owned }) => !owned).map(({ name }) => name);
    expect(unowned).toEqual(Object.keys(tablesWithoutOrganisation));
    const owned = rows.filter(({ owned }) => owned);
    expect(owned.length).toBeGreaterThan(20);
    expect(owned).toEqual(
      owned.map(({ name }) => ({
        name,
        owned: true,
        forced: true,
        policies: ['across_organisations', 'own_organisation'],
      })),
    );
  });

  test('every policy looks the organisation up once per query, not once per row', async () => {
    const { rows } = await own.db.pool.query<{ name: string }>(`
      select tablename as name from pg_policies
      where policyname = 'own_organisation' and tablename <> 'organisation'
        and (qual not like '%( SELECT throughline.current_organisation_id()%' or with_check <> qual)`);
    expect(rows).toEqual([]);
  });

  test('every environment that a row names is tied to the row’s organisation', async () => {
    const { rows } = await own.db.pool.query<{ name: string }>(`
      select c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'environment_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not exists (
        select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and cardinality(f.conkey) = 2)`);
    expect(rows).toEqual([]);
  });
});

describe('one organisation', () => {
  test('sees its own rows only', async () => {
    const seen = await withOrganisation(own.db, own.organisationId, async (tx) => ({
      organisations: await tx.select({ name: organisation.name }).from(organisation),
      environments: await tx.select({ organisationId: environment.organisationId }).from(environment),
      people: (await tx.select({ name: user.name }).from(user)).map(({ name }) => name).sort(),
    }));
    expect(seen).toEqual({
      organisations: [{ name: 'Halden & Pike' }],
      environments: [1, 2, 3].map(() => ({ organisationId: own.organisationId })),
      people: ['Ada Lindqvist', 'Ana Ruiz', 'Ben Okafor', 'Olga Weiss'],
    });
  });

  test('fills the organisation in by itself', async () => {
    const [row] = await withOrganisation(own.db, own.organisationId, (tx) =>
      tx.insert(definition).values({ kind: 'flow', key: 'filled-in', name: 'Filled in' }).returning(),
    );
    expect(row?.organisationId).toBe(own.organisationId);
  });

  test('cannot write a row of another organisation, nor move its own there', async () => {
    const write = withOrganisation(own.db, own.organisationId, (tx) =>
      tx.insert(definition).values({ organisationId: strangerId, kind: 'flow', key: 'foreign', name: 'Foreign' }),
    );
    await expect(write).rejects.toMatchObject({ code: '42501' });
    const move = withOrganisation(own.db, own.organisationId, (tx) =>
      tx.update(environment).set({ organisationId: strangerId }),
    );
    await expect(move).rejects.toMatchObject({ code: '42501' });
  });

  test('cannot refer to an environment of another organisation', async () => {
    const write = withOrganisation(own.db, own.organisationId, (tx) =>
      tx.insert(auditEntry).values({
        environmentId: strangerEnvironmentId,
        actor: 'user-ana',
        action: 'test.tried',
        subjectType: 'test',
        subjectId: '1',
      }),
    );
    await expect(write).rejects.toMatchObject({ code: '23503' });
  });

  test('reaches no sign-in data', async () => {
    const read = withOrganisation(own.db, own.organisationId, (tx) => tx.execute(sql`select * from session`));
    await expect(read).rejects.toMatchObject({ code: '42501' });
  });

  test('leaves nothing behind on the pooled connection', async () => {
    const single = openDatabase(own.url, { maxConnections: 1 });
    await withOrganisation(single, own.organisationId, (tx) => tx.select().from(environment));
    const { rows } = await single.pool.query(
      "select current_user = session_user as login, nullif(current_setting('throughline.organisation_id', true), '') as organisation",
    );
    await single.close();
    expect(rows).toEqual([{ login: true, organisation: null }]);
  });
});

test('a system task sees all organisations', async () => {
  const rows = await acrossOrganisations(own.db, (tx) => tx.select({ key: organisation.key }).from(organisation));
  expect(rows.map(({ key }) => key).sort()).toEqual(['halden-pike', 'stranger']);
});

describe('append-only tables', () => {
  let versionId: string;
  beforeAll(async () => {
    versionId = await withOrganisation(own.db, own.organisationId, async (tx) => {
      const [made] = await tx.insert(definition).values({ kind: 'flow', key: 'fixed', name: 'Fixed' }).returning();
      const [first] = await tx
        .insert(version)
        .values({ definitionId: made?.id ?? '', document: { format: 1 }, hash: 'a', createdBy: 'user-ana' })
        .returning();
      await tx
        .insert(auditEntry)
        .values({ actor: 'user-ana', action: 'test.done', subjectType: 'test', subjectId: '1' });
      return first?.id ?? '';
    });
  });

  const attempts = ['update version set hash = hash', 'delete from version', 'truncate version cascade'].flatMap(
    (statement) => [statement, statement.replace('version', 'audit_entry').replace('hash = hash', 'actor = actor')],
  );
  test.each(attempts)('the owner cannot %s', async (statement) => {
    await expect(own.db.pool.query(statement)).rejects.toMatchObject({ code: '23001' });
  });

  test('a use case cannot change a version', async () => {
    const change = withOrganisation(own.db, own.organisationId, (tx) => tx.update(version).set({ hash: 'b' }));
    await expect(change).rejects.toMatchObject({ code: '42501' });
    const { rows } = await own.db.pool.query('select number, hash from version where id = $1', [versionId]);
    expect(rows).toEqual([{ number: 1, hash: 'a' }]);
  });
});

test('versions are numbered without gaps, also side by side', async () => {
  const definitionId = await withOrganisation(own.db, own.organisationId, async (tx) => {
    const [made] = await tx.insert(definition).values({ kind: 'flow', key: 'many', name: 'Many' }).returning();
    return made?.id ?? '';
  });
  const values = { definitionId, document: {}, hash: 'a', createdBy: 'user-ana' };
  await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      withOrganisation(own.db, own.organisationId, async (tx) => {
        await tx.insert(version).values(values);
        if (index % 3 === 0) throw new Error('rolled back');
      }).catch(() => undefined),
    ),
  );
  const { rows } = await own.db.pool.query<{ number: number }>(
    'select number from version where definition_id = $1 order by number',
    [definitionId],
  );
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

describe('an owner that is no superuser', () => {
  const owner = 'throughline_test_owner';
  let url: string;
  beforeAll(async () => {
    await own.db.pool.query(`drop role if exists ${owner}`);
    await own.db.pool.query(`create role ${owner} login password 'owner' nosuperuser`);
    await own.db.pool.query(`grant throughline_app, throughline_system to ${owner}`);
    await own.db.pool.query(`create database ${owner} owner ${owner}`);
    const address = new URL(own.url);
    Object.assign(address, { username: owner, password: 'owner', pathname: `/${owner}` });
    url = address.href;
  });
  afterAll(async () => {
    await own.db.pool.query(`drop database ${owner} with (force)`);
    await own.db.pool.query(`drop role ${owner}`);
  });

  test('migrates, works, and sees nothing where the organisation was forgotten', async () => {
    expect((await migrateDatabase(url)).applied).toBeGreaterThan(0);
    expect(await migrateDatabase(url)).toEqual({ applied: 0 });
    const db = openDatabase(url);
    const { organisationId } = await seedOrganisation(db, { key: 'small', name: 'Small', people: [] });
    const scoped = await withOrganisation(db, organisationId, (tx) => tx.select().from(environment));
    const forgotten = await db.login.select().from(environment);
    await db.close();
    expect({ scoped: scoped.length, forgotten }).toEqual({ scoped: 3, forgotten: [] });
  });

  test('is told what to do when it may not act as the roles', async () => {
    await own.db.pool.query(`revoke throughline_app, throughline_system from ${owner}`);
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(
      'drop schema public cascade; drop schema drizzle cascade; drop schema throughline cascade; create schema public',
    );
    await client.end();
    await expect(migrateDatabase(url)).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message:
        `A migration failed and was rolled back: The database user "${owner}" may not act as the role "throughline_app".` +
        ` As an administrator run: GRANT throughline_app TO ${owner};`,
    });
  });
});
