import { afterAll, beforeAll, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { account, session, signInEvent, signInLimit } from '@throughline/core/db/schema/auth';
import { verifyPassword } from '@throughline/core/password/hash-password';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';
import { givePasswords } from '../../../testing/give-passwords.ts';

const first = 'tidal lantern quarry';
const second = 'quartz umbrella seventeen';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
  await givePasswords(own.db, ['user-ana'], first);
  for (const [id, userId] of [
    ['here', 'user-ana'],
    ['laptop', 'user-ana'],
    ['phone', 'user-ana'],
    ['bens', 'user-ben'],
  ] as const) {
    await own.db.login.insert(session).values({
      id,
      userId,
      token: `token-${id}`,
      expiresAt: new Date(Date.now() + 3_600_000),
      ipAddress: '203.0.113.5',
    });
  }
});
afterAll(() => own.close());

const ana = () => callerFor(own, 'user-ana', ['analyst'], { sessionId: 'here' });
const sessionsLeft = async () =>
  (await own.db.login.select({ id: session.id }).from(session)).map(({ id }) => id).toSorted();

it('shows a person their sessions without the sessions’ secrets', async () => {
  const { sessions } = await ana().account.read();
  expect(sessions.map(({ id, isCurrent }) => `${id}${isCurrent ? ', current' : ''}`).toSorted()).toEqual([
    'here, current',
    'laptop',
    'phone',
  ]);
  expect(JSON.stringify(await ana().account.read())).not.toContain('token-');
});

it('nobody ends a session of somebody else', async () => {
  await ana().account.endSession({ sessionId: 'bens' });
  await ana().account.endSession({ sessionId: 'phone' });
  expect(await sessionsLeft()).toEqual(['bens', 'here', 'laptop']);
});

it('a changed password ends every other session', async () => {
  await expect(ana().account.changePassword({ current: 'not the password', next: second })).rejects.toMatchObject({
    code: 'UNPROCESSABLE_CONTENT',
    message: 'The current password is not right.',
  });
  await expect(ana().account.changePassword({ current: first, next: 'ana@haldenpike.example' })).rejects.toMatchObject({
    message: expect.stringContaining('easy to guess'),
  });
  expect(await sessionsLeft()).toEqual(['bens', 'here', 'laptop']);
  await ana().account.changePassword({ current: first, next: second });
  expect(await sessionsLeft()).toEqual(['bens', 'here']);
  const [stored] = await own.db.login.select().from(account).where(eq(account.userId, 'user-ana'));
  expect(await verifyPassword({ hash: stored?.password ?? '', password: second })).toBe(true);
});

it('a stolen session cannot be used to guess the password', async () => {
  await own.db.login.delete(signInLimit);
  const reasons = [];
  for (let index = 0; index < 12; index += 1) {
    const failure = await ana()
      .account.changePassword({ current: `guess number ${index}`, next: first })
      .catch((error: Error) => error.message);
    reasons.push(failure);
  }
  expect(reasons.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'The current password is not right.'));
  expect(reasons.slice(10)).toEqual(
    Array.from({ length: 2 }, () => expect.stringMatching(/^Too many failed attempts/)),
  );
});

it.each([
  'Ben Okafor',
  ' ben  okafor ',
  'Ben OKafor (approver)',
  'Approver Ben-Okafor',
  'Ana <Ruiz>',
  'Веn Okafor',
  'Ben\u200b Okafor',
  'Ｂｅｎ Ｏｋａｆｏｒ\u3164',
  '\u3164',
  '',
  '   ',
  'x'.repeat(101),
  'x'.repeat(200_000),
])('nobody renames themselves to %j', async (name) => {
  await expect(ana().account.rename({ name })).rejects.toThrow();
  expect(await ana().account.read()).toMatchObject({ name: 'Ana Ruiz' });
});

it('a person renames themselves, and the audit log keeps the old name', async () => {
  expect(await ana().account.rename({ name: ' Ana  María Ruiz' })).toEqual({ name: 'Ana María Ruiz' });
  const { rows } = await own.db.pool.query<{ details: unknown }>(
    `select details from audit_entry where action = 'member.renamed'`,
  );
  expect(rows).toEqual([{ details: { from: 'Ana Ruiz', name: 'Ana María Ruiz' } }]);
});

it('only one of two people who choose the same name at the same time gets it', async () => {
  const olga = callerFor(own, 'user-olga', ['operator']);
  const outcomes = await Promise.allSettled([
    ana().account.rename({ name: 'Sasha Novak' }),
    olga.account.rename({ name: 'Sasha Novák' }),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

it('a lock and a change are shown until the person has seen them', async () => {
  await own.db.login.delete(signInEvent);
  await own.db.login.insert(signInEvent).values([
    { userId: 'user-ana', outcome: 'locked', method: 'password', address: '198.51.100.7' },
    { userId: 'user-ana', outcome: 'failed', method: 'password', address: '198.51.100.7' },
    { userId: 'user-ana', outcome: 'changed', method: 'passkey-added', address: '198.51.100.8' },
  ]);
  const addresses = (await ana().account.notices()).map(({ address }) => address);
  expect(new Set(addresses)).toEqual(new Set(['198.51.100.7', '198.51.100.8']));
  expect(await callerFor(own, 'user-ben', ['viewer']).account.notices()).toEqual([]);
  await ana().account.dismissNotices();
  expect(await ana().account.notices()).toEqual([]);
});
