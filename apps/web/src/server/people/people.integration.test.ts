import { afterAll, beforeAll, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { verifyPassword } from '@throughline/core/password/hash-password';
import { account, session } from '@throughline/core/db/schema/auth';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { findMembership } from '../workspace/find-membership.ts';
import { seedOrganisation } from '@throughline/core/db/seed-organisation';
import { callerFor, callerOfNobody } from '../../../testing/caller-for.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const password = 'tidal lantern quarry';
const admin = () => callerFor(own, 'user-ada', ['admin']);
const nobody = () => callerOfNobody(own);

const passwordWorks = async (userId: string, tried: string): Promise<boolean> => {
  const [credential] = await own.db.login.select().from(account).where(eq(account.userId, userId));
  return verifyPassword({ hash: credential?.password ?? '', password: tried });
};

it('an invited person chooses their own name and password and has exactly the roles given', async () => {
  const { token } = await admin().people.invite({ email: 'Nora@HaldenPike.example', roles: ['analyst', 'operator'] });
  expect(await nobody().access.describe({ token })).toMatchObject({
    kind: 'invitation',
    email: 'nora@haldenpike.example',
    organisationName: 'Halden & Pike',
    roles: ['analyst', 'operator'],
  });
  await nobody().access.acceptAsNew({ token, name: ' Nora  New ', password });
  const nora = (await admin().people.list()).find(({ email }) => email === 'nora@haldenpike.example');
  expect(nora).toMatchObject({ name: 'Nora New', linkFrom: 'user-ada', linkFromName: 'Ada Lindqvist' });
  expect(await findMembership(own.db, nora?.userId ?? '')).toMatchObject({
    organisation: { key: 'halden-pike' },
    roles: ['analyst', 'operator'],
  });
  expect(await passwordWorks(nora?.userId ?? '', password)).toBe(true);
});

it('a one-time link works once, and not after it was withdrawn or replaced', async () => {
  const gone = { code: 'NOT_FOUND', message: expect.stringContaining('This link does not work any more') };
  const accept = (token: string, name: string) => nobody().access.acceptAsNew({ token, name, password });
  const { token: first } = await admin().people.invite({ email: 'kim@haldenpike.example', roles: ['viewer'] });
  const { token: second } = await admin().people.invite({ email: 'kim@haldenpike.example', roles: ['viewer'] });
  await expect(accept(first, 'Kim Early')).rejects.toMatchObject(gone);
  await accept(second, 'Kim Late');
  await expect(accept(second, 'Kim Again')).rejects.toMatchObject(gone);
  const { token: third } = await admin().people.invite({ email: 'lou@haldenpike.example', roles: ['viewer'] });
  const [pending] = await admin().people.invitations();
  expect(pending).toMatchObject({ email: 'lou@haldenpike.example', invitedByName: 'Ada Lindqvist' });
  await admin().people.revokeInvitation({ invitationId: pending?.id ?? '' });
  await expect(accept(third, 'Lou Late')).rejects.toMatchObject(gone);
  await expect(nobody().access.describe({ token: 'made-up' })).rejects.toMatchObject(gone);
});

it('an expired link does not work', async () => {
  const { token } = await admin().people.invite({ email: 'late@haldenpike.example', roles: ['viewer'] });
  await own.db.pool.query(`update access_link set expires_at = now() - interval '1 second' where email like 'late@%'`);
  await expect(nobody().access.describe({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('the secret of a link is stored nowhere', async () => {
  const { token } = await admin().people.invite({ email: 'hidden@haldenpike.example', roles: ['viewer'] });
  const { rows } = await own.db.pool.query<{ text: string }>(
    `select to_jsonb(a)::text as text from access_link a union all select to_jsonb(e)::text from audit_entry e`,
  );
  expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
});

it('nobody joins with a colleague’s name, a guessable password or an existing account', async () => {
  const { token } = await admin().people.invite({ email: 'mallory@haldenpike.example', roles: ['viewer'] });
  const accept = (name: string, chosen: string) => nobody().access.acceptAsNew({ token, name, password: chosen });
  await expect(accept('Аda Lindqvist', password)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('A colleague is called “Ada Lindqvist”'),
  });
  await expect(accept('Mallory', 'Password12345')).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' });
  await expect(accept('x'.repeat(101), password)).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' });
});

it('somebody with an account joins by accepting, and nobody accepts for them', async () => {
  const stranger = await seedOrganisation(own.db, {
    key: 'stranger',
    name: 'Stranger Ltd',
    people: [{ id: 'user-sam', name: 'Sam Stranger', email: 'sam@stranger.example', roles: ['admin'] }],
  });
  const { token } = await admin().people.invite({ email: 'sam@stranger.example', roles: ['approver'] });
  const joined = async () => (await findMembership(own.db, 'user-sam'))?.organisations.map(({ key }) => key);
  expect(await joined()).toEqual(['stranger']);
  await expect(nobody().access.acceptAsNew({ token, name: 'Sam Two', password })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('has an account here already'),
  });
  await expect(admin().access.acceptWithAccount({ token })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await callerFor({ ...own, ...stranger }, 'user-sam', ['admin']).access.acceptWithAccount({ token });
  expect((await joined())?.toSorted()).toEqual(['halden-pike', 'stranger']);
  await expect(admin().people.resetSignIn({ userId: 'user-sam' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('belongs to another organisation as well'),
  });
});

it('a reset ends every way in, and the person sets a new password by a link that works once', async () => {
  const { rows: credentials } = await own.db.pool.query<{ user_id: string }>(
    `select user_id from account where user_id = (select id from "user" where email = 'nora@haldenpike.example')`,
  );
  const userId = credentials[0]?.user_id ?? '';
  await own.db.login.insert(session).values({
    id: 'session-nora',
    token: 'token-nora',
    userId,
    expiresAt: new Date(Date.now() + 60_000),
  });
  const { token } = await admin().people.resetSignIn({ userId });
  expect(await own.db.login.select().from(session).where(eq(session.userId, userId))).toEqual([]);
  expect(await passwordWorks(userId, password)).toBe(false);
  await expect(nobody().access.acceptAsNew({ token, name: 'Nora', password })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await nobody().access.finishReset({ token, password: 'quartz umbrella seventeen' });
  expect(await passwordWorks(userId, 'quartz umbrella seventeen')).toBe(true);
  await expect(nobody().access.finishReset({ token, password })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(admin().people.resetSignIn({ userId: 'user-ada' })).rejects.toMatchObject({ code: 'CONFLICT' });
});

it('links that an administrator gave out end with their rights', async () => {
  await admin().people.setRoles({ userId: 'user-ana', roles: ['analyst', 'admin'] });
  const ana = callerFor(own, 'user-ana', ['admin']);
  const { token } = await ana.people.invite({ email: 'puppet@haldenpike.example', roles: ['approver'] });
  await admin().people.setRoles({ userId: 'user-ana', roles: ['analyst'] });
  await expect(nobody().access.describe({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' });
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
