import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInLimit } from '@throughline/core/db/schema/auth';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { forgetAttempts, lockSubject, returnAttempt, sweepAttempts, takeAttempt } from './attempt-limits.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 12, minute));
const limitOf = (subject: string) => ({ subject, max: 3, windowMs: 10 * 60_000 });
const take = async (subject: string, minute: number) => {
  const { isAllowed, isLast } = await takeAttempt(own.db.login, limitOf(subject), at(minute));
  return isAllowed ? (isLast ? 'last' : 'allowed') : 'refused';
};

it('allows a number of attempts per window, and again in the next one', async () => {
  expect([await take('a', 0), await take('a', 1), await take('a', 2), await take('a', 3)]).toEqual([
    'allowed',
    'allowed',
    'last',
    'refused',
  ]);
  expect([await take('b', 3), await take('a', 9), await take('a', 10)]).toEqual(['allowed', 'refused', 'allowed']);
});

it('counts concurrent attempts', async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => take('crowd', 0)));
  expect(taken.filter((each) => each !== 'refused')).toHaveLength(3);
});

it('a lock lasts a whole window from the last attempt', async () => {
  for (const minute of [0, 5, 9]) await take('locked', minute);
  await lockSubject(own.db.login, limitOf('locked'), at(9));
  expect([await take('locked', 18), await take('locked', 19)]).toEqual(['refused', 'allowed']);
});

it('success does not count, and proof of identity clears the count', async () => {
  for (let index = 0; index < 5; index += 1) {
    expect(await take('honest', 0)).toBe('allowed');
    await returnAttempt(own.db.login, 'honest');
  }
  for (let index = 0; index < 4; index += 1) await take('proved', 0);
  await forgetAttempts(own.db.login, 'proved');
  expect(await take('proved', 1)).toBe('allowed');
});

it('stores neither addresses nor e-mails, and forgets old windows', async () => {
  await take('address:203.0.113.9', 0);
  const { rows } = await own.db.pool.query<{ text: string }>('select to_jsonb(l)::text as text from sign_in_limit l');
  expect(rows.filter(({ text }) => text.includes('203.0.113.9'))).toEqual([]);
  await sweepAttempts(own.db.login, at(59));
  expect(await own.db.login.$count(signInLimit)).toBe(0);
});
