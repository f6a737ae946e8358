import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as schema from './schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/db/test-database.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

/**
 * A column that was added to the schema without a migration, or the other way round, shows up here instead of in
 * production.
 */
test('the migrations make exactly the tables of the schema', async () => {
  const { rows } = await own.db.pool.query<{ table: string; column: string; type: string; required: boolean }>(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
  const described = Object.values(schema)
    .filter((value) => is(value, PgTable))
    .flatMap((table) => {
      const { name, columns } = getTableConfig(table);
      return columns.map((column) => line(name, column.name, column.getSQLType(), column.notNull));
    });
  expect(rows.map(({ table, column, type, required }) => line(table, column, type, required)).sort()).toEqual(
    described.sort(),
  );
});

const line = (table: string, column: string, type: string, isRequired: boolean): string =>
  `${table}.${column} ${type.replace('timestamp (3)', 'timestamp(3)')}${isRequired ? ' not null' : ''}`;
