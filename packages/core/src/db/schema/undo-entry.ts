import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, organisationId } from './columns.ts';
import { run } from './run.ts';

/**
 * How an effect of a called run is taken back, noted with the effect. A called run hands this to its caller when it ends;
 * the rows are for a caller whose called run was cancelled or given up, and hands over nothing.
 */
export const undoEntry = pgTable(
  'undo_entry',
  {
    organisationId: organisationId(),
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    /** Path of the step that wrote. */
    path: text('path').notNull(),
    /** JSON as text, because `jsonb` cannot hold every text. */
    entry: text('entry').notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.path] })],
);
