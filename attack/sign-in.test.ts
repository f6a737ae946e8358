import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { people } from './support/people.ts';
import { product } from './support/product.ts';
import { postJson, send } from './support/send.ts';

/** All attacks come from one address, so each test leaves the counters as it found them. */
const inDatabase = async <Row extends object>(statement: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new Client({ connectionString: product().databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
};
afterEach(() => inDatabase('delete from sign_in_limit'));

const guess = (email: string, password: string, headers: Record<string, string> = {}) =>
  send('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product().webUrl, ...headers },
    body: JSON.stringify({ email, password }),
  });

const statuses = async (count: number, attempt: (index: number) => Promise<{ readonly status: number }>) => {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) found.push((await attempt(index)).status);
  return found;
};

test('guessing a password with a new X-Forwarded-For each time is stopped after ten guesses', async () => {
  const found = await statuses(14, (index) =>
    guess(people.olga.email, `guess number ${index}`, { 'x-forwarded-for': `198.51.100.${index}` }),
  );
  expect(found).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429, 429, 429]);
  expect((await guess(people.olga.email, people.olga.password)).status).toBe(429);
  await expect
    .poll(() =>
      inDatabase(`select 1 from audit_entry where action = 'sign-in.locked' and actor = $1`, [people.olga.id]),
    )
    .toHaveLength(1);
  // Dismissed, so that no later test of the pages meets the notice.
  await inDatabase('update sign_in_event set seen_at = now() where seen_at is null');
});

test('guessing one password for many accounts is stopped after thirty guesses', async () => {
  const found = await statuses(33, (index) => guess(`person-${index}@haldenpike.example`, 'one password'));
  expect(found).toEqual([...Array.from({ length: 30 }, () => 401), 429, 429, 429]);
});

test('the answers do not reveal which accounts exist', async () => {
  const { status, text } = await guess('nobody@haldenpike.example', 'one password');
  const existing = await guess(people.ben.email, 'one password');
  expect({ status: existing.status, text: existing.text }).toEqual({ status, text });
});

test.each(['/sign-up/email', '/update-user', '/change-email', '/get-session', '/list-sessions', '/reset-password'])(
  'the library’s own %s is closed, also for somebody signed in',
  async (path) => {
    const { status } = await postJson(`/api/auth${path}`, JSON.stringify({ name: people.ben.name }), 'ana');
    expect(status).toBe(404);
  },
);

test('passwords are stored as OWASP recommends', async () => {
  const rows = await inDatabase<{ password: string }>('select password from account where password is not null');
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter(({ password }) => !password.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toEqual([]);
});
