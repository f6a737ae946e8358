import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { and, desc, eq } from 'drizzle-orm';
import { account, passkey, session, signInEvent, signInLimit, twoFactor, user } from '@throughline/core/db/schema/auth';
import { authenticatorCode } from '@throughline/core/testing/authenticator-code';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { startAuthServer } from '../../../testing/auth-server.ts';
import { givePasswords } from '../../../testing/give-passwords.ts';
import { callerFor } from '../../../testing/caller-for.ts';
import type { Browser } from '../../../testing/browser.ts';
import { SoftwarePasskey } from '../../../testing/software-passkey.ts';

const password = 'tidal lantern quarry';
const ana = 'ana@haldenpike.example';

let own: TestDatabase;
let server: Awaited<ReturnType<typeof startAuthServer>>;

beforeAll(async () => {
  own = await createTestDatabase();
  server = await startAuthServer(own.db);
});
afterAll(async () => {
  server.close();
  await own.close();
});
beforeEach(async () => {
  const { login } = own.db;
  for (const table of [account, session, passkey, twoFactor, signInEvent, signInLimit]) await login.delete(table);
  await login.update(user).set({ twoFactorEnabled: false });
  await givePasswords(own.db, ['user-ana', 'user-ben'], password);
});

const signedIn = async (email = ana): Promise<Browser> => {
  const browser = server.browser();
  expect((await browser.signIn(email, password)).status).toBe(200);
  return browser;
};

interface App {
  readonly secret: string;
  readonly codes: readonly string[];
}

/** Turns the second factor on. Each code works only once, so each test gets the next one. */
const setUpApp = async (browser: Browser): Promise<App> => {
  const enabled = await browser.post('/two-factor/enable', { password });
  expect(enabled.status).toBe(200);
  const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  expect((await browser.post('/two-factor/verify-totp', { code: authenticatorCode(secret) })).status).toBe(200);
  return { secret, codes: backupCodes };
};

const nextCode = ({ secret }: App): string => authenticatorCode(secret, 1);

const answerOf = async (response: Response) => {
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, code };
};

const state = async () => {
  const [person] = await own.db.login.select({ isOn: user.twoFactorEnabled }).from(user).where(eq(user.id, 'user-ana'));
  const [app] = await own.db.login.select({ codes: twoFactor.backupCodes }).from(twoFactor);
  return { isOn: person?.isOn, codes: app?.codes, passkeys: await own.db.login.$count(passkey) };
};

const makeOld = () => own.db.login.update(session).set({ createdAt: new Date(Date.now() - 16 * 60_000) });

/** The notices for the person, and the entries in the audit log, newest first. */
const records = async () => {
  const notices = await own.db.login
    .select({ what: signInEvent.method, address: signInEvent.address })
    .from(signInEvent)
    .where(and(eq(signInEvent.userId, 'user-ana'), eq(signInEvent.outcome, 'changed')))
    .orderBy(desc(signInEvent.createdAt), desc(signInEvent.id));
  const { rows } = await own.db.pool.query<{ action: string }>(
    `select action from audit_entry where actor = 'user-ana' and action like 'member.%' order by created_at desc`,
  );
  return { notices, audit: rows.map(({ action }) => action) };
};

const needed = { status: 403, code: 'SECOND_FACTOR_NEEDED' };

it('the password alone neither turns the second factor off, nor makes recovery codes, nor removes a passkey', async () => {
  const browser = await signedIn();
  const key = new SoftwarePasskey();
  expect((await key.register(browser, { password })).status).toBe(200);
  await setUpApp(browser);
  const before = await state();
  const [{ id } = { id: '' }] = await own.db.login.select({ id: passkey.id }).from(passkey);
  expect([
    await answerOf(await browser.post('/two-factor/disable', { password })),
    await answerOf(await browser.post('/two-factor/generate-backup-codes', { password })),
    await answerOf(await browser.post('/passkey/delete-passkey', { id, password })),
  ]).toEqual([needed, needed, needed]);
  expect(await answerOf(await browser.post('/two-factor/disable', { password, code: '000000' }))).toEqual({
    status: 401,
    code: 'INVALID_CODE',
  });
  expect(await answerOf(await browser.post('/two-factor/disable', { password, recoveryCode: 'aaaaa-aaaaa' }))).toEqual({
    status: 401,
    code: 'INVALID_BACKUP_CODE',
  });
  expect(await state()).toEqual(before);
});

/** Changes the password of Ana, who is signed in with this browser. @returns the refusal's message, or what holds then */
const changePassword = async (browser: Browser, proof: object) => {
  const caller = callerFor(own, 'user-ana', ['viewer'], { proveFactor: server.proveFactor(browser) });
  return caller.account.changePassword({ current: password, next: 'quartz umbrella seventeen', ...proof }).then(
    () => 'changed',
    (error: Error & { readonly cause?: { readonly code?: string } }) => error.cause?.code ?? error.message,
  );
};

it('a person with an authenticator app changes the password only with a code of it', async () => {
  const browser = await signedIn();
  const app = await setUpApp(browser);
  expect([
    await changePassword(browser, {}),
    await changePassword(browser, { code: '000000' }),
    await changePassword(browser, { recoveryCode: 'aaaaa-aaaaa' }),
    await changePassword(browser, { current: 'not the password', code: nextCode(app) }),
    await changePassword(browser, { code: nextCode(app) }),
  ]).toEqual(['SECOND_FACTOR_NEEDED', 'INVALID_CODE', 'INVALID_BACKUP_CODE', 'PASSWORD_WRONG', 'changed']);
});

it('a person with passkeys only changes the password with one of them', async () => {
  const browser = await signedIn();
  const key = new SoftwarePasskey();
  await key.register(browser, { password });
  expect([
    await changePassword(browser, {}),
    await changePassword(browser, { passkey: await key.assertion(browser) }),
  ]).toEqual(['SECOND_FACTOR_NEEDED', 'changed']);
});

it('nobody with a second factor changes the password where it cannot be proved', async () => {
  await setUpApp(await signedIn());
  const change = callerFor(own, 'user-ana', ['viewer']).account.changePassword({
    current: password,
    next: 'quartz umbrella seventeen',
  });
  await expect(change).rejects.toThrow('Prove your second factor as well, on the page “Your account”.');
});

it('a second factor alone is not enough either', async () => {
  const browser = await signedIn();
  const app = await setUpApp(browser);
  expect(
    await answerOf(await browser.post('/two-factor/disable', { password: 'not the password', code: nextCode(app) })),
  ).toEqual({ status: 400, code: 'INVALID_PASSWORD' });
  expect(await state()).toMatchObject({ isOn: true });
});

it.each(['code', 'recoveryCode'] as const)('the password and a %s turn the second factor off', async (way) => {
  const browser = await signedIn();
  const app = await setUpApp(browser);
  const proof = { code: nextCode(app), recoveryCode: app.codes[0] ?? '' }[way];
  expect((await browser.post('/two-factor/disable', { password, [way]: proof })).status).toBe(200);
  expect(await state()).toEqual({ isOn: false, codes: undefined, passkeys: 0 });
});

it('recovery codes hold nothing that looks like something else, and no two are equal', async () => {
  const { codes } = await setUpApp(await signedIn());
  expect(codes).toEqual(
    Array.from({ length: 10 }, () => expect.stringMatching(/^(?:[a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/)),
  );
  expect(new Set(codes).size).toBe(10);
});

it('a code confirms only one action', async () => {
  const browser = await signedIn();
  const app = await setUpApp(browser);
  const code = nextCode(app);
  expect((await browser.post('/two-factor/generate-backup-codes', { password, code })).status).toBe(200);
  expect(await answerOf(await browser.post('/two-factor/disable', { password, code }))).toEqual({
    status: 401,
    code: 'CODE_USED',
  });
});

it('a passkey confirms one action, in its own browser and for its own account', async () => {
  const browser = await signedIn();
  const key = new SoftwarePasskey();
  await key.register(browser, { password });
  await setUpApp(browser);
  const sessions = await own.db.login.$count(session);
  const passkeyAnswer = await key.assertion(browser);
  const made = await browser.post('/two-factor/generate-backup-codes', { password, passkey: passkeyAnswer });
  expect(made.status).toBe(200);
  expect(await own.db.login.$count(session)).toBe(sessions);
  const again = await browser.post('/two-factor/disable', { password, passkey: passkeyAnswer });
  expect(again.status).toBe(400);
  const bens = new SoftwarePasskey();
  await bens.register(await signedIn('ben@haldenpike.example'), { password });
  const foreign = await browser.post('/two-factor/disable', { password, passkey: await bens.assertion(browser) });
  expect(await answerOf(foreign)).toEqual({ status: 401, code: 'PASSKEY_NOT_FOUND' });
  expect(await state()).toMatchObject({ isOn: true });
});

it('a person with passkeys only removes one with the password and a passkey', async () => {
  const browser = await signedIn();
  const key = new SoftwarePasskey();
  await key.register(browser, { password });
  const [{ id } = { id: '' }] = await own.db.login.select({ id: passkey.id }).from(passkey);
  expect(await answerOf(await browser.post('/passkey/delete-passkey', { id }))).toEqual({
    status: 400,
    code: 'INVALID_PASSWORD',
  });
  expect(await answerOf(await browser.post('/passkey/delete-passkey', { id, password }))).toEqual(needed);
  const removed = await browser.post('/passkey/delete-passkey', {
    id,
    password,
    passkey: await key.assertion(browser),
  });
  expect(removed.status).toBe(200);
  expect(await state()).toMatchObject({ passkeys: 0 });
});

it('a session alone adds no passkey, nor does the password on an account with an app', async () => {
  const browser = await signedIn();
  const add = async (proof: object) => answerOf(await new SoftwarePasskey().register(browser, proof));
  expect((await browser.get('/passkey/generate-register-options')).status).toBe(405);
  expect(await add({})).toEqual({ status: 400, code: 'INVALID_PASSWORD' });
  const app = await setUpApp(browser);
  expect(await add({ password })).toEqual(needed);
  expect(await add({ password, code: '000000' })).toEqual({ status: 401, code: 'INVALID_CODE' });
  expect(await state()).toMatchObject({ passkeys: 0 });
  expect(await add({ password, code: nextCode(app) })).toEqual({ status: 200, code: undefined });
});

it('a person with a passkey adds another with the password and that passkey', async () => {
  const browser = await signedIn();
  const key = new SoftwarePasskey();
  await key.register(browser, { password });
  const other = new SoftwarePasskey();
  expect(await answerOf(await other.register(browser, { password }))).toEqual(needed);
  // A challenge for signing in cannot be used to register a passkey.
  const challenge = await browser.get('/passkey/generate-authenticate-options');
  expect((await other.answer(browser, challenge)).status).toBe(400);
  const proof = { password, passkey: await key.assertion(browser) };
  expect((await other.register(browser, proof)).status).toBe(200);
  expect(await state()).toMatchObject({ passkeys: 2 });
});

it('nobody sets up an authenticator app or adds a passkey long after signing in', async () => {
  const browser = await signedIn();
  await makeOld();
  expect(await answerOf(await browser.post('/two-factor/enable', { password }))).toEqual({
    status: 403,
    code: 'SESSION_NOT_FRESH',
  });
  expect(await answerOf(await new SoftwarePasskey().register(browser, { password }))).toEqual({
    status: 403,
    code: 'SESSION_NOT_FRESH',
  });
  expect(await own.db.login.$count(twoFactor)).toBe(0);
});

it('a signed-in person gets only ten guesses at codes too', async () => {
  const browser = await signedIn();
  const app = await setUpApp(browser);
  const direct = [
    await answerOf(await browser.post('/two-factor/verify-totp', { code: nextCode(app) })),
    await answerOf(await browser.post('/two-factor/verify-backup-code', { code: app.codes[0] })),
  ];
  expect(direct).toEqual([
    { status: 400, code: 'NOT_OFFERED' },
    { status: 400, code: 'NOT_OFFERED' },
  ]);
  await own.db.login.delete(signInLimit);
  const statuses = [];
  for (let index = 0; index < 12; index += 1) {
    const guess = String(index).padStart(6, '0');
    statuses.push((await browser.post('/two-factor/disable', { password, code: guess })).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
});

it('each change leaves a notice for the person and an entry in the audit log', async () => {
  const browser = await signedIn();
  const key = new SoftwarePasskey();
  await key.register(browser, { password });
  const app = await setUpApp(browser);
  await browser.post('/two-factor/generate-backup-codes', { password, code: nextCode(app) });
  const [{ id } = { id: '' }] = await own.db.login.select({ id: passkey.id }).from(passkey);
  await own.db.login.delete(signInLimit);
  await browser.post('/passkey/delete-passkey', { id, password, passkey: await key.assertion(browser) });
  await browser.post('/two-factor/disable', { password, code: nextCode(app) });
  const whats = [
    'second-factor-disabled',
    'passkey-removed',
    'recovery-codes-made',
    'second-factor-enabled',
    'passkey-added',
  ];
  const { notices, audit } = await records();
  expect(notices).toEqual(whats.map((what) => ({ what, address: '127.0.0.1' })));
  expect(audit.slice(0, whats.length)).toEqual(whats.map((what) => `member.${what}`));
});

it.each(['trustDevice', 'disableSession', 'createSession'])('the library’s option %s is not offered', async (field) => {
  const browser = server.browser();
  const response = await browser.post('/sign-in/email', { email: ana, password, [field]: true });
  expect(await answerOf(response)).toEqual({ status: 400, code: 'NOT_OFFERED' });
});

it('no answer contains the secret of a session', async () => {
  const answers: { readonly path: string; readonly status: number; readonly text: string }[] = [];
  const keep = async (path: string, response: Response) => {
    answers.push({ path, status: response.status, text: await response.clone().text() });
    return response;
  };
  const browser = server.browser();
  await keep('sign-in', await browser.signIn(ana, password));
  const key = new SoftwarePasskey();
  await keep('add a passkey', await key.register(browser, { password }));
  const enabled = await keep('enable', await browser.post('/two-factor/enable', { password }));
  const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  const codeNow = authenticatorCode(secret);
  await keep('verify the app', await browser.post('/two-factor/verify-totp', { code: codeNow }));
  const secondStep = async () => {
    const other = server.browser();
    await keep('sign-in, first step', await other.signIn(ana, password));
    return other;
  };
  const code = authenticatorCode(secret, 1);
  await keep('second step, app', await (await secondStep()).post('/two-factor/verify-totp', { code }));
  const [recovery] = backupCodes;
  await keep(
    'second step, recovery code',
    await (await secondStep()).post('/two-factor/verify-backup-code', { code: recovery }),
  );
  const byKey = server.browser();
  const response = await key.assertion(byKey);
  await keep('passkey', await byKey.post('/passkey/verify-authentication', { response }));
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const tokens = await own.db.login.select({ token: session.token }).from(session);
  expect(tokens.length).toBeGreaterThan(3);
  expect(
    answers.filter(({ text }) => /"token"/i.test(text) || tokens.some(({ token }) => text.includes(token))),
  ).toEqual([]);
});
