import { sql, type SQL } from 'drizzle-orm';

/** JSON's own null, which is a value. JavaScript's `null` is stored as SQL NULL, which is the absence of one. */
export const jsonNull = sql`'null'::jsonb`;

/**
 * A value for a document column that is never without one: data of a customer may be null, or nothing at all, and must
 * not be refused for that.
 */
export const jsonValue = <Value>(value: Value): NonNullable<Value> | SQL => value ?? jsonNull;
