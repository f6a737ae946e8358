import { Client } from 'pg';
import { product } from './product.ts';

/** Rows of the product's database as a superuser sees them, to count what an attack left behind. */
export async function rowsOf<Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: product().databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
