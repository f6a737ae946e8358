import { hashPassword as hashAsBefore } from 'better-auth/crypto';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { and, desc, eq } from 'drizzle-orm';
import { account, session, signInEvent, signInLimit } from '@throughline/core/db/schema/auth';
import { needsRehash } from '@throughline/core/password/hash-password';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { startAuthServer } from '../../../testing/auth-server.ts';
import { givePasswords } from '../../../testing/give-passwords.ts';
import { SoftwarePasskey } from '../../../testing/software-passkey.ts';
import { readTrustedProxies } from './client-address.ts';

const password = 'tidal lantern quarry';
const ana = 'ana@haldenpike.example';

let own: TestDatabase;
let server: Awaited<ReturnType<typeof startAuthServer>>;

beforeAll(async () => {
  own = await createTestDatabase();
  server = await startAuthServer(own.db);
  await givePasswords(own.db, ['user-ana', 'user-ben'], password);
});
afterAll(async () => {
  server.close();
  await own.close();
});
afterEach(async () => {
  server.settings.looked = 0;
  server.settings.trusted = readTrustedProxies([]);
  await own.db.login.delete(signInLimit);
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  server.browser().post(path, body, headers);

const tryPassword = (email: string, tried: string, forwardedFor?: string) =>
  post(
    '/sign-in/email',
    { email, password: tried },
    forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
  );

const statuses = async (count: number, attempt: (index: number) => Promise<Response>): Promise<number[]> => {
  const found = [];
  for (let index = 0; index < count; index += 1) found.push((await attempt(index)).status);
  return found;
};

const events = (userId: string) =>
  own.db.login
    .select({ outcome: signInEvent.outcome, method: signInEvent.method, address: signInEvent.address })
    .from(signInEvent)
    .where(eq(signInEvent.userId, userId))
    .orderBy(desc(signInEvent.createdAt), desc(signInEvent.id));

it('a new X-Forwarded-For for each guess does not get more guesses, nor more hashes', async () => {
  const found = await statuses(14, (index) => tryPassword(ana, `guess ${index} of many`, `198.51.100.${index}`));
  expect(found).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429, 429, 429]);
  expect(server.settings.looked).toBe(10);
  expect((await tryPassword(ana, password, '198.51.100.99')).status).toBe(429);
  await expect
    .poll(async () => (await events('user-ana'))[0])
    .toEqual({
      outcome: 'locked',
      method: 'password',
      address: '127.0.0.1',
    });
});

it('an account that does not exist gets the same answers as one that does, including the lock', async () => {
  const answers = async (email: string) => {
    const found = [];
    for (let index = 0; index < 12; index += 1) {
      const response = await tryPassword(email, `guess ${index} of many`);
      const { code, message } = (await response.json()) as { code: string; message: string };
      found.push([response.status, code, message]);
    }
    await own.db.login.delete(signInLimit);
    return found;
  };
  expect(await answers('nobody@haldenpike.example')).toEqual(await answers('ben@haldenpike.example'));
});

it('guesses spread over many accounts are limited by their address', async () => {
  const found = await statuses(33, (index) => tryPassword(`person${index}@haldenpike.example`, 'guess of many'));
  expect(found.filter((status) => status === 401)).toHaveLength(30);
  expect(found.slice(30)).toEqual([429, 429, 429]);
});

it('concurrent guesses are counted one by one', async () => {
  const found = await Promise.all(Array.from({ length: 25 }, (_, index) => tryPassword(ana, `guess ${index} of many`)));
  expect(found.filter(({ status }) => status === 401).length).toBe(10);
  expect(server.settings.looked).toBe(10);
});

it('a lock by a stranger does not keep the person out at addresses from which they signed in before', async () => {
  server.settings.trusted = readTrustedProxies(['127.0.0.1']);
  expect((await tryPassword(ana, password, '203.0.113.5')).status).toBe(200);
  await statuses(11, (index) => tryPassword(ana, `guess ${index} of many`, '198.51.100.7'));
  expect((await tryPassword(ana, password, '198.51.100.8')).status).toBe(429);
  expect((await tryPassword(ana, password, '203.0.113.5')).status).toBe(200);
  expect((await events('user-ana'))[0]).toEqual({ outcome: 'succeeded', method: 'password', address: '203.0.113.5' });
});

it('a person whose browser has signed in before gets in while strangers flood their account', async () => {
  server.settings.trusted = readTrustedProxies(['127.0.0.1']);
  const browser = server.browser();
  expect((await browser.signIn(ana, password, { 'x-forwarded-for': '203.0.113.77' })).status).toBe(200);
  await browser.post('/sign-out', {});
  await own.db.login.delete(signInEvent);
  const flood = await statuses(24, (index) => tryPassword(ana, `guess ${index} of many`, `198.51.${index}.7`));
  expect(flood).toEqual([...Array.from({ length: 10 }, () => 401), ...Array.from({ length: 14 }, () => 429)]);
  // From an unknown address, and from one whose own attempts are used up.
  await statuses(33, (index) => tryPassword(`person${index}@haldenpike.example`, 'guess of many', '198.18.0.1'));
  expect((await tryPassword(ana, password, '198.18.0.2')).status).toBe(429);
  expect((await browser.signIn(ana, password, { 'x-forwarded-for': '198.18.0.1' })).status).toBe(200);
});

it('a browser that has signed in before has ten separate guesses, for its own account', async () => {
  const browser = await signedIn(ana);
  const found = await statuses(12, (index) => browser.signIn(ana, `guess ${index} of many`));
  expect(found).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  expect((await tryPassword(ana, password)).status).toBe(200);
  const bens = await statuses(11, (index) => browser.signIn('ben@haldenpike.example', `guess ${index} of many`));
  expect(bens.slice(-2)).toEqual([401, 429]);
  expect((await tryPassword('ben@haldenpike.example', password)).status).toBe(429);
});

it('an invented device cookie has no effect', async () => {
  const browser = await signedIn(ana);
  const cookie = browser.cookie('throughline-device') ?? '';
  expect(cookie).toMatch(/^[\w-]+\.[\w-]+$/);
  const [payload = '', signature = ''] = cookie.split('.');
  const forged = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), id: 'another' };
  await statuses(11, (index) => tryPassword(ana, `guess ${index} of many`));
  browser.setCookie('throughline-device', `${Buffer.from(JSON.stringify(forged)).toString('base64url')}.${signature}`);
  expect((await browser.signIn(ana, password)).status).toBe(429);
  browser.setCookie('throughline-device', cookie);
  expect((await browser.signIn(ana, password)).status).toBe(200);
});

it('a person is recognised by their IPv6 network, because the rest of such an address changes', async () => {
  server.settings.trusted = readTrustedProxies(['127.0.0.1']);
  expect((await tryPassword(ana, password, '2001:db8:1:2:aaaa::1')).status).toBe(200);
  await statuses(11, (index) => tryPassword(ana, `guess ${index} of many`, '198.51.100.7'));
  expect((await tryPassword(ana, password, '2001:db8:1:3:aaaa::1')).status).toBe(429);
  expect((await tryPassword(ana, password, '2001:db8:1:2:bbbb::2')).status).toBe(200);
});

const signedIn = async (email: string) => {
  const browser = server.browser();
  expect((await browser.signIn(email, password)).status).toBe(200);
  return browser;
};

it('requests without a password do not reset the count of wrong passwords', async () => {
  const browser = await signedIn(ana);
  const guess = (index: number) => browser.post('/two-factor/enable', { password: `guess ${index} of many` });
  const challenge = await browser.post('/passkey/generate-register-options', { password });
  await statuses(9, guess);
  expect((await new SoftwarePasskey().answer(browser, challenge)).status).toBe(200);
  const found = await statuses(3, guess);
  expect([found[0] === 429, found[1], found[2]]).toEqual([false, 429, 429]);
});

it('a session of more than a week changes no second factor, however much it was used', async () => {
  const browser = await signedIn(ana);
  const eightDays = 8 * 24 * 60 * 60 * 1000;
  await own.db.login
    .update(session)
    .set({ createdAt: new Date(Date.now() - eightDays) })
    .where(eq(session.userId, 'user-ana'));
  expect((await browser.post('/two-factor/enable', { password })).status).toBe(401);
});

it('successes do not use up the limits, and are in the audit log', async () => {
  expect(await statuses(35, () => tryPassword(ana, password))).toEqual(Array.from({ length: 35 }, () => 200));
  const { rows } = await own.db.pool.query<{ details: unknown }>(
    `select details - 'userAgent' as details from audit_entry
     where action = 'sign-in.succeeded' and actor = 'user-ana' order by created_at desc limit 1`,
  );
  expect(rows).toEqual([{ details: { method: 'password', address: '127.0.0.1' } }]);
});

it('a hash of an earlier release is replaced at the next sign-in', async () => {
  const isAnas = and(eq(account.userId, 'user-ana'), eq(account.providerId, 'credential'));
  await own.db.login
    .update(account)
    .set({ password: await hashAsBefore(password) })
    .where(isAnas);
  expect((await tryPassword(ana, 'not the password')).status).toBe(401);
  expect((await tryPassword(ana, password)).status).toBe(200);
  const [stored] = await own.db.login.select().from(account).where(isAnas);
  expect(needsRehash(stored?.password ?? '')).toBe(false);
  expect((await tryPassword(ana, password)).status).toBe(200);
});

it.each([
  '/sign-up/email',
  '/update-user',
  '/change-email',
  '/change-password',
  '/delete-user',
  '/list-sessions',
  '/get-session',
  '/request-password-reset',
  '/reset-password',
  '/sign-in/social',
  '/link-social',
])('%s of the library is closed', async (path) => {
  expect((await post(path, { name: 'Ben Okafor' })).status).toBe(404);
});

it('a body of a megabyte is refused before it is read', async () => {
  expect((await post('/sign-in/email', { email: ana, password: 'x'.repeat(1_000_000) })).status).toBe(413);
  expect(server.settings.looked).toBe(0);
});

it('the session of a sign-in notes where it came from', async () => {
  await tryPassword(ana, password, '198.51.100.1');
  const addresses = await own.db.login.selectDistinct({ address: session.ipAddress }).from(session);
  expect(addresses.map(({ address }) => address)).not.toContain('198.51.100.1');
});
