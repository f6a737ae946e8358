import { sql } from 'drizzle-orm';
import { jsonb, timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';

/** Primary key: time-ordered, made by us so that callers know it before the insert; tests pass their own. */
export const id = () =>
  uuid('id')
    .primaryKey()
    .$defaultFn(() => v7());

/**
 * The organisation a row belongs to. Filled by the database from the transaction's setting, and enforced by row-level
 * security: a query that forgot to say which organisation it is for sees nothing and writes nothing.
 */
export const organisationId = () =>
  uuid('organisation_id')
    .notNull()
    .default(sql`nullif(current_setting('throughline.organisation_id', true), '')::uuid`);

export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const createdAt = () => instant('created_at').notNull().defaultNow();

/** A JSON document whose shape its zod schema owns. */
export const document = <Shape>(name: string) => jsonb(name).$type<Shape>();
