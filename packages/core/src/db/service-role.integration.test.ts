import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/db/test-database.ts';
import { type Database, openDatabase, withOrganisation } from './client.ts';
import { requireMigrated } from './migrate.ts';
import { acceptAsNewPerson } from './people/accept-invitation.ts';
import { inviteFirstAdministrator } from './people/invite-first-administrator.ts';
import { accessLink, member, user } from './schema/index.ts';
import { seedOrganisation } from './seed-organisation.ts';
import { grantServiceRole, readServiceRole, whyUnbound } from './service-role.ts';

const role = 'throughline_test_service';
let own: TestDatabase;
let service: Database;
let strangerId: string;

beforeAll(async () => {
  own = await createTestDatabase();
  await own.db.pool.query(`drop role if exists ${role}`);
  await own.db.pool.query(`create role ${role} login password 'service' nosuperuser nobypassrls`);
  const address = new URL(own.url);
  Object.assign(address, { username: role, password: 'service' });
  await grantServiceRole(own.url, role);
  // An update runs it again.
  await grantServiceRole(own.url, role);
  service = openDatabase(address.href);
  const people = [{ id: 'user-sam', name: 'Sam Stranger', email: 'sam@second.example', roles: ['admin'] as const }];
  strangerId = (await seedOrganisation(service, { key: 'second', name: 'A second firm', people })).organisationId;
});
afterAll(async () => {
  await service?.close();
  await own.db.pool.query(`drop owned by ${role}`);
  await own.db.pool.query(`drop role ${role}`);
  await own.close();
});

test('the serving role is no superuser, and finds the database at its version', async () => {
  expect(await readServiceRole(service.url)).toEqual({
    name: role,
    isSuperuser: false,
    bypassesRowSecurity: false,
    ownedTables: 0,
    unboundRoles: [],
  });
  await requireMigrated(service.url);
});

test('a role that owns a table, or could become one that is not bound, is recognised with the reason', async () => {
  const reason = async () => whyUnbound(await readServiceRole(service.url));
  const between = `${role}_between`;
  const { pool } = own.db;
  const { rows } = await pool.query<{ name: string }>('select current_user as name');
  expect(whyUnbound(await readServiceRole(own.url))).toBe('which is a superuser');
  expect(await reason()).toBe(undefined);
  await pool.query(`drop role if exists ${between}`);
  await pool.query(`create role ${between} nosuperuser`);
  try {
    await pool.query(`grant ${between} to ${role} with inherit false, set true`);
    expect(await reason()).toBe(undefined);
    await pool.query(`grant "${rows[0]?.name}" to ${between}`);
    expect(await reason()).toBe(`which can take on "${rows[0]?.name}"`);
    await pool.query(`revoke "${rows[0]?.name}" from ${between}`);
    await pool.query(`alter role ${between} bypassrls`);
    expect(await reason()).toBe(`which can take on "${between}"`);
    await pool.query(`alter role ${between} nobypassrls`);
    await pool.query(`grant pg_write_server_files to ${role}`);
    expect(await reason()).toBe('which can take on "pg_write_server_files"');
    await pool.query(`revoke pg_write_server_files from ${role}`);
    await pool.query(
      `create table public.service_owned (id int); alter table public.service_owned owner to ${between}`,
    );
    expect(await reason()).toBe(`which can take on "${between}"`);
    await pool.query(`alter table public.service_owned owner to ${role}`);
    expect(await reason()).toBe('which owns 1 of the tables');
  } finally {
    await pool.query('drop table if exists public.service_owned');
    await pool.query(`drop role ${between}`);
  }
  expect(await reason()).toBe(undefined);
});

test('it reads no row of any organisation unless it names the organisation', async () => {
  const { rows: tables } = await own.db.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of [...tables, { name: 'organisation' }]) {
    await expect(service.pool.query(`select * from "${name}"`)).rejects.toMatchObject({ code: '42501' });
  }
  for (const organisationId of [own.organisationId, strangerId]) {
    const members = await withOrganisation(service, organisationId, (tx) => tx.select().from(member));
    expect(new Set(members.map((row) => row.organisationId))).toEqual(new Set([organisationId]));
  }
});

test('it owns nothing, and cannot take protection away', async () => {
  for (const statement of ['alter table member disable row level security', 'drop table run', 'create table mine ()']) {
    await expect(service.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
});

test('it can do what a sign-in needs', async () => {
  expect((await service.login.select().from(user)).length).toBeGreaterThan(3);
  await service.pool.query("insert into session (id, expires_at, token, user_id) values ('s', now(), 't', 'user-ana')");
});

test('the first administrator comes by a link that works once, and not at all once there is one', async () => {
  const now = new Date('2026-11-30T10:00:00Z');
  const invite = () => inviteFirstAdministrator(service, { organisationName: 'Our firm', now });
  expect(await invite()).toBeUndefined();
  await own.db.pool.query("delete from member where 'admin' = any(roles)");
  const earlier = await invite();
  const link = await invite();
  const accept = (token = '', email = 'nora@firm.example', at = now) =>
    acceptAsNewPerson(service, { token, name: 'Nora New', email, passwordHash: 'hash', now: at });
  const gone = { code: 'LINK_NOT_FOUND' };
  await expect(accept(earlier?.token)).rejects.toMatchObject(gone);
  await expect(accept(link?.token, 'nora@firm.example', new Date('2026-12-01T10:00:01Z'))).rejects.toMatchObject(gone);
  const { userId } = await accept(link?.token, 'Nora@Firm.example');
  await expect(accept(link?.token, 'second@firm.example')).rejects.toMatchObject(gone);
  expect(await invite()).toBeUndefined();
  const { rows } = await own.db.pool.query(
    `select u.name, u.email, m.roles from member m join "user" u on u.id = m.user_id where m.user_id = $1`,
    [userId],
  );
  expect(rows).toEqual([{ name: 'Nora New', email: 'nora@firm.example', roles: ['admin'] }]);
  const kept = await own.db.login.select().from(accessLink);
  expect(kept.some(({ tokenHash }) => tokenHash === link?.token)).toBe(false);
});
