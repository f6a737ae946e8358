import { afterAll, beforeAll, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { verifyPassword } from '@throughline/core/password/hash-password';
import { acrossOrganisations } from '@throughline/core/db';
import { account, passkey, session, user } from '@throughline/core/db/schema/auth';
import { member } from '@throughline/core/db/schema/organisation';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { takeAttempt } from '../auth/attempt-limits.ts';
import { linkLimit } from '../auth/sign-in-limits.ts';
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
  const gone = { code: 'NOT_FOUND' };
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

it('an invitation needs an address that can receive it', async () => {
  await expect(admin().people.invite({ email: 'nora@haldenpike', roles: ['viewer'] })).rejects.toMatchObject({
    code: 'UNPROCESSABLE_CONTENT',
    message: 'This is not an e-mail address. One looks like name@company.com.',
  });
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

it('a person with an account joins by accepting, and nobody can accept for them', async () => {
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

it('an account that another firm’s administrator made joins with a new password only, and their way in ends', async () => {
  const other = await seedOrganisation(own.db, {
    key: 'maker',
    name: 'Maker Ltd',
    people: [{ id: 'user-mal', name: 'Mal Maker', email: 'mal@maker.example', roles: ['admin'] }],
  });
  const maker = callerFor({ ...own, ...other }, 'user-mal', ['admin']);
  const { token: made } = await maker.people.invite({ email: 'vic@haldenpike.example', roles: ['viewer'] });
  await nobody().access.acceptAsNew({ token: made, name: 'Vic Tim', password });
  const userId = (await maker.people.list()).find(({ email }) => email === 'vic@haldenpike.example')?.userId ?? '';
  for (const id of ['vics', 'mals']) {
    const expiresAt = new Date(Date.now() + 60_000);
    await own.db.login.insert(session).values({ id, token: `token-${id}`, userId, expiresAt });
  }
  const key = { id: 'mals-key', userId, credentialID: 'mals-key', publicKey: '', counter: 0 };
  await own.db.login.insert(passkey).values({ ...key, deviceType: '', backedUp: false });
  const { token } = await admin().people.invite({ email: 'vic@haldenpike.example', roles: ['approver'] });
  const vic = callerFor({ ...own, ...other }, userId, ['viewer'], {
    sessionId: 'vics',
    email: 'vic@haldenpike.example',
  });
  const needed = { code: 'UNPROCESSABLE_CONTENT', message: expect.stringContaining('Choose a new password') };
  await expect(vic.access.acceptWithAccount({ token })).rejects.toMatchObject(needed);
  const next = 'quartz umbrella seventeen';
  const accept = (current: string, chosen: string) =>
    vic.access.acceptWithAccount({ token, password: { current, next: chosen } });
  await expect(accept('not the password', next)).rejects.toMatchObject({
    message: expect.stringContaining('not right'),
  });
  await expect(accept(password, password)).rejects.toMatchObject({ message: expect.stringContaining('the old one') });
  await expect(accept(password, 'Password12345')).rejects.toMatchObject({
    message: expect.stringContaining('easy to guess'),
  });
  await accept(password, next);
  expect([await passwordWorks(userId, password), await passwordWorks(userId, next)]).toEqual([false, true]);
  const left = await own.db.login.select({ id: session.id }).from(session).where(eq(session.userId, userId));
  expect(left).toEqual([{ id: 'vics' }]);
  expect(await own.db.login.select().from(passkey).where(eq(passkey.userId, userId))).toEqual([]);
  expect((await findMembership(own.db, userId, 'halden-pike'))?.roles).toEqual(['approver']);
});

const joinElsewhere = (organisationId: string, beforeCommit: () => Promise<void>) =>
  acrossOrganisations(own.db, async (tx) => {
    await tx.insert(member).values({ organisationId, userId: 'user-ben', roles: ['viewer'] });
    await beforeCommit();
  });

const leave = (organisationId: string) =>
  acrossOrganisations(own.db, (tx) => tx.delete(member).where(eq(member.organisationId, organisationId)));

it('nobody resets a person who is just joining another organisation', async () => {
  const { organisationId } = await seedOrganisation(own.db, { key: 'joined', name: 'Joined Ltd', people: [] });
  let reset: Promise<unknown> = Promise.resolve();
  await joinElsewhere(organisationId, async () => {
    reset = admin()
      .people.resetSignIn({ userId: 'user-ben' })
      .catch((error: Error) => error.message);
    await expect
      .poll(async () => {
        const { rows } = await own.db.pool.query(`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`);
        return rows.length;
      })
      .toBe(1);
  });
  expect(await reset).toContain('belongs to another organisation as well');
  await leave(organisationId);
});

it('a reset that was begun cannot set a password after its person joined another organisation', async () => {
  const { organisationId } = await seedOrganisation(own.db, { key: 'later', name: 'Later Ltd', people: [] });
  const { token } = await admin().people.resetSignIn({ userId: 'user-ben' });
  await joinElsewhere(organisationId, () => Promise.resolve());
  await expect(nobody().access.finishReset({ token, password })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await leave(organisationId);
});

it('a link is refused in a browser in which the colleague who made it has signed in', async () => {
  const refused = { code: 'FORBIDDEN', message: expect.stringContaining('Open it in the browser of the person') };
  const adas = callerOfNobody(own, { browserAccounts: ['user-olga', 'user-ada'] });
  const { token } = await admin().people.invite({ email: 'own-browser@haldenpike.example', roles: ['approver'] });
  await expect(adas.access.describe({ token })).rejects.toMatchObject(refused);
  await expect(adas.access.acceptAsNew({ token, name: 'Pat Puppet', password })).rejects.toMatchObject(refused);
  await expect(admin().access.describe({ token })).rejects.toMatchObject(refused);
  const { token: reset } = await admin().people.resetSignIn({ userId: 'user-olga' });
  await expect(adas.access.finishReset({ token: reset, password })).rejects.toMatchObject(refused);
  const olgas = callerOfNobody(own, { browserAccounts: ['user-olga'] });
  expect(await olgas.access.describe({ token })).toMatchObject({ email: 'own-browser@haldenpike.example' });
});

it('every link that does not work says why', async () => {
  const invite = async (name: string) =>
    (await admin().people.invite({ email: `${name}@why.example`, roles: ['viewer'] })).token;
  const used = await invite('used');
  await nobody().access.acceptAsNew({ token: used, name: 'Una Used', password });
  const replaced = await invite('replaced');
  await invite('replaced');
  const expired = await invite('expired');
  await own.db.pool.query(
    `update access_link set expires_at = now() - interval '1 second' where email like 'expired@%'`,
  );
  const whyOf = async (token: string) =>
    nobody()
      .access.describe({ token })
      .then(
        () => 'works',
        (error: Error) => error.message,
      );
  expect([await whyOf(used), await whyOf(replaced), await whyOf(expired), await whyOf('made-up')]).toEqual([
    expect.stringContaining('it was used'),
    expect.stringContaining('it was withdrawn, or a newer one took its place'),
    expect.stringContaining('it has expired'),
    expect.stringContaining('is not known here'),
  ]);
});

it('a reset revokes every way to sign in, and the person sets a new password with a link that works once', async () => {
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

it('links that an administrator created become invalid when their rights end', async () => {
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

it('only a usable link costs a hash, and not often', async () => {
  const invite = (email: string) => admin().people.invite({ email, roles: ['viewer'] });
  const { token } = await invite('hash@haldenpike.example');
  // The password would be refused as well, but the link is checked first.
  await expect(nobody().access.finishReset({ token, password: 'weak' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const known = await invite('known@haldenpike.example');
  await own.db.login.insert(user).values({ id: 'known', name: 'Known Else', email: 'known@haldenpike.example' });
  await expect(
    nobody().access.acceptAsNew({ token: known.token, name: 'New Person', password: 'weak' }),
  ).rejects.toMatchObject({ message: expect.stringContaining('has an account here already') });
  for (let count = 0; count < 10; count += 1) await takeAttempt(own.db.login, linkLimit(token), new Date());
  await expect(nobody().access.acceptAsNew({ token, name: 'New Person', password })).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
  });
});
