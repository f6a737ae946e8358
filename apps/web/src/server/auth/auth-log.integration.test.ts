import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { createAuth } from './create-auth.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

test('when the database fails while people work, the log contains no session, address or statement', async () => {
  const auth = createAuth(own.db, { secret: 'x'.repeat(32), publicUrl: 'http://127.0.0.1:8400' });
  const { authCookies, secret } = await auth.$context;
  await own.db.login.execute(sql`alter table session rename to session_away`);
  await own.db.login.execute(sql`alter table "user" rename to user_away`);
  const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const token = 'token-of-a-session';
  const headers = new Headers({ cookie: await signedCookie(authCookies.sessionToken.name, token, secret) });
  const thrown = await auth.api.getSession({ headers }).catch((error: unknown) => error);
  const body = JSON.stringify({ email: 'ana@haldenpike.example', password: 'tidal lantern quarry' });
  const signIn = new Request('http://127.0.0.1:8400/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:8400' },
    body,
  });
  const answer = await auth.handler(signIn).catch((error: unknown) => error);
  const shown = inspect([thrown, answer, log.mock.calls], { depth: 9, showHidden: true });
  expect(log.mock.calls.length).toBeGreaterThan(0);
  log.mockRestore();
  expect(shown).not.toMatch(/token-of-a-session|haldenpike|Failed query|select /);
});

/** A cookie signed like the library's. */
const signedCookie = async (name: string, value: string, secret: string): Promise<string> => {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), how, false, ['sign']);
  const signature = await crypto.subtle.sign(how.name, key, new TextEncoder().encode(value));
  return `${name}=${encodeURIComponent(`${value}.${Buffer.from(signature).toString('base64')}`)}`;
};
