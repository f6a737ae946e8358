import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/db/test-database.ts';
import { acrossOrganisations, openDatabase, withOrganisation } from './client.ts';
import { withoutStatement } from './database-error.ts';
import { environment } from './schema/index.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own?.close());

const secret = 'payload-of-a-customer';
const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('an error of a statement says what kind it is, and nothing that the statement held', async () => {
  const insertTwice = () =>
    withOrganisation(own.db, own.organisationId, async (tx) => {
      const row = { key: secret, name: secret, kind: 'test', position: 9 } as const;
      await tx.insert(environment).values([row, row]);
    });
  const error = await errorOf(insertTwice());
  expect(error).toMatchObject({ name: 'StatementError', code: '23505', table: 'environment' });
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);

  const badJson = await errorOf(acrossOrganisations(own.db, (tx) => tx.execute(sql`select ${`{"${secret}`}::jsonb`)));
  expect(badJson).toMatchObject({ name: 'StatementError', code: '22P02' });
  expect(inspect(badJson, { depth: 9, showHidden: true })).not.toContain(secret);
});

test.each([
  ['the NUL character', 'a\u0000b'],
  ['half a surrogate pair', 'a\ud800b'],
])('a text with %s is refused by name', async (_, text) => {
  const error = await errorOf(
    acrossOrganisations(own.db, (tx) => tx.execute(sql`select ${JSON.stringify({ a: text })}::jsonb`)),
  );
  expect(error).toMatchObject({ code: '22P05', isTextRefused: true });
});

test('a statement that takes longer than its pool allows is stopped', async () => {
  const hasty = openDatabase(own.url, { statementTimeoutMs: 50 });
  try {
    const error = await errorOf(acrossOrganisations(hasty, (tx) => tx.execute(sql`select pg_sleep(60)`)));
    expect(error).toMatchObject({ code: '57014', isTimeout: true });
  } finally {
    await hasty.close();
  }
});

test('an error of a query outside of a transaction is made safe as well, and other errors stay', async () => {
  const { login } = own.db;
  const isSecret = sql`${environment.key}::int = ${secret}::int`;
  const errors = [
    await errorOf(login.execute(sql`select ${secret}::int`)),
    await errorOf(login.select().from(environment).where(isSecret)),
    await errorOf(login.query.environment.findFirst({ where: isSecret })),
    await errorOf(login.$count(environment, isSecret)),
    await errorOf(login.update(environment).set({ key: secret }).where(isSecret)),
    await errorOf(login.transaction((tx) => tx.execute(sql`select ${secret}::int`))),
  ];
  expect(errors.map((error) => error instanceof Error && error.name)).toEqual(errors.map(() => 'StatementError'));
  expect(inspect(errors, { depth: 9, showHidden: true })).not.toContain(secret);
  const other = new Error('Something else.');
  expect(withoutStatement(other)).toBe(other);
});
