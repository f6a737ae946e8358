import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { desc, eq, inArray } from 'drizzle-orm';
import { session, signInEvent, signInLimit, twoFactor, user } from '@throughline/core/db/schema/auth';
import { authenticatorCode } from '@throughline/core/testing/authenticator-code';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { startAuthServer } from '../../../testing/auth-server.ts';
import { givePasswords } from '../../../testing/give-passwords.ts';

const password = 'tidal lantern quarry';
const cookieName = 'throughline.two_factor';
const people = ['user-ana', 'user-ben'];

let own: TestDatabase;
let server: Awaited<ReturnType<typeof startAuthServer>>;

beforeAll(async () => {
  own = await createTestDatabase();
  server = await startAuthServer(own.db);
  await givePasswords(own.db, people, password);
});
afterAll(async () => {
  server.close();
  await own.close();
});
beforeEach(async () => {
  const { login } = own.db;
  for (const table of [session, twoFactor, signInEvent, signInLimit]) await login.delete(table);
  await login.update(user).set({ twoFactorEnabled: false });
});

/** Turns an authenticator app on. @returns its next code, and the one that turned it on */
const setUpApp = async (name: 'ana' | 'ben') => {
  const browser = server.browser();
  await browser.signIn(`${name}@haldenpike.example`, password);
  const enabled = await browser.post('/two-factor/enable', { password });
  const { totpURI } = (await enabled.json()) as { totpURI: string };
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  const used = authenticatorCode(secret);
  expect((await browser.post('/two-factor/verify-totp', { code: used })).status).toBe(200);
  await own.db.login.delete(session);
  await own.db.login.delete(signInEvent);
  return { code: authenticatorCode(secret, 1), used };
};

/** Enters the right password. @returns the cookie that waits for the second step */
const firstStep = async (name: 'ana' | 'ben'): Promise<string> => {
  const browser = server.browser();
  await browser.signIn(`${name}@haldenpike.example`, password);
  return browser.cookie(cookieName) ?? '';
};

/** Takes the second step with this header `cookie`. */
const secondStep = async (cookie: string, code: string) => {
  const response = await server.browser().post('/two-factor/verify-totp', { code }, { cookie });
  const { code: refusal } = (await response.json()) as { code?: string };
  return { status: response.status, refusal };
};

const events = () =>
  own.db.login
    .select({ userId: signInEvent.userId, outcome: signInEvent.outcome })
    .from(signInEvent)
    .where(inArray(signInEvent.userId, people))
    .orderBy(desc(signInEvent.createdAt), desc(signInEvent.id));

const spellings: readonly [string, (value: string) => string][] = [
  ['as it was set', (value) => value],
  ['decoded', decodeURIComponent],
  ['in quotes', (value) => `"${decodeURIComponent(value)}"`],
  ['with its first character escaped', (value) => `%${value.charCodeAt(0).toString(16)}${value.slice(1)}`],
];

it.each(spellings)('a spent code stays spent with the cookie %s', async (_, spell) => {
  const { code } = await setUpApp('ana');
  expect(await secondStep(`${cookieName}=${await firstStep('ana')}`, code)).toEqual({
    status: 200,
    refusal: undefined,
  });
  const again = await secondStep(`${cookieName}=${spell(await firstStep('ana'))}`, code);
  expect(again).toEqual({ status: 401, refusal: 'CODE_USED' });
  expect(await own.db.login.$count(session, eq(session.userId, 'user-ana'))).toBe(1);
  expect(await events()).toEqual([
    { userId: 'user-ana', outcome: 'failed' },
    { userId: 'user-ana', outcome: 'succeeded' },
  ]);
});

it('an attempt counts for the person whom it would sign in, whatever other cookies there are', async () => {
  await setUpApp('ana');
  const { code } = await setUpApp('ben');
  const [anas, bens] = [await firstStep('ana'), await firstStep('ben')];
  const both = `__Secure-${cookieName}=${anas}; ${cookieName}=${bens}`;
  expect([(await secondStep(both, '000000')).status, (await secondStep(both, code)).status]).toEqual([401, 200]);
  expect(await events()).toEqual([
    { userId: 'user-ben', outcome: 'succeeded' },
    { userId: 'user-ben', outcome: 'failed' },
  ]);
});

it('a second step without a first one is refused', async () => {
  const { code } = await setUpApp('ana');
  const [identifier = ''] = (await firstStep('ana')).split('.');
  const refused = { status: 401, refusal: 'INVALID_TWO_FACTOR_COOKIE' };
  expect([
    await secondStep(`${cookieName}=${identifier}.${'A'.repeat(43)}%3D`, code),
    await secondStep('', code),
  ]).toEqual([refused, refused]);
  expect(await events()).toEqual([]);
});

it('the code that turned an app on does not sign in', async () => {
  const { used } = await setUpApp('ana');
  const answer = await secondStep(`${cookieName}=${await firstStep('ana')}`, used);
  expect(answer).toEqual({ status: 401, refusal: 'CODE_USED' });
});
