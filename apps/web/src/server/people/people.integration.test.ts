import { verifyPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { account } from '@throughline/core/db/schema/auth';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { findMembership } from '../workspace/find-membership.ts';
import { seedOrganisation } from '@throughline/core/db/seed-organisation';
import { callerFor } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const admin = () => callerFor(own, 'user-ada', ['admin']);

it('adds a person who can sign in and has exactly the roles given', async () => {
  const { userId } = await admin().people.add({
    name: 'Nora New',
    email: 'Nora@HaldenPike.example',
    password: 'a-long-enough-password',
    roles: ['analyst', 'operator'],
  });
  expect(await findMembership(own.db, userId)).toMatchObject({
    organisation: { key: 'halden-pike' },
    roles: ['analyst', 'operator'],
  });
  const [credential] = await own.db.login.select().from(account).where(eq(account.userId, userId));
  expect(await verifyPassword({ hash: credential?.password ?? '', password: 'a-long-enough-password' })).toBe(true);
  await expect(
    admin().people.add({
      name: 'Again',
      email: 'nora@haldenpike.example',
      password: 'another-long-password',
      roles: ['viewer'],
    }),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'nora@haldenpike.example belongs to this organisation already.',
  });
});

it('never leaves an organisation without an administrator', async () => {
  const refusal = { code: 'CONFLICT', message: 'Nobody else is an administrator. Make somebody else one first.' };
  await expect(admin().people.remove({ userId: 'user-ada' })).rejects.toMatchObject(refusal);
  await expect(admin().people.setRoles({ userId: 'user-ada', roles: ['viewer'] })).rejects.toMatchObject(refusal);
  await admin().people.setRoles({ userId: 'user-ben', roles: ['approver', 'admin'] });
  await admin().people.remove({ userId: 'user-ada' });
  expect(await findMembership(own.db, 'user-ada')).toBeUndefined();
});

it('lets a person of several organisations choose, among their own only', async () => {
  const other = await seedOrganisation(own.db, {
    key: 'second-firm',
    name: 'A second firm',
    people: [{ id: 'user-olga', name: 'Olga Weiss', email: 'olga@haldenpike.example', roles: ['viewer'] }],
  });
  const chosen = async (key?: string) => {
    const found = await findMembership(own.db, 'user-olga', key);
    return { key: found?.organisation.key, roles: found?.roles, organisations: found?.organisations };
  };
  const organisations = [
    { key: 'second-firm', name: 'A second firm' },
    { key: 'halden-pike', name: 'Halden & Pike' },
  ];
  expect(await chosen()).toEqual({ key: 'halden-pike', roles: ['operator'], organisations });
  expect(await chosen('second-firm')).toEqual({ key: 'second-firm', roles: ['viewer'], organisations });
  expect(await chosen('somebody-elses')).toEqual({ key: 'halden-pike', roles: ['operator'], organisations });
  const environments = (await findMembership(own.db, 'user-olga', 'second-firm'))?.environments ?? [];
  expect(environments.map(({ id }) => id)).toEqual(
    ['development', 'test', 'production'].map((kind) => Reflect.get(other.environmentIds, kind)),
  );
});
