import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { organisationId } from './columns.ts';
import { run } from './run.ts';

/**
 * A large value that many parts of a run see, such as the output of a step before a loop. It is kept once, and the parts
 * are given its hash. The rows are there while the run is.
 */
export const sharedValue = pgTable(
  'shared_value',
  {
    organisationId: organisationId(),
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    /** SHA-256 of the value's JSON, in hex. */
    hash: text('hash').notNull(),
    /** JSON as text, because `jsonb` cannot hold every text. */
    value: text('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.hash] })],
);
