import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, organisationId } from './columns.ts';
import { run } from './run.ts';

/**
 * How an effect of a run is taken back, noted with the effect, for when the run itself cannot do it any more: the caller of
 * a called run that was cancelled or given up takes over, and of any other run that was given up, exceptions for a person
 * are made of it. The rows of a run that no other run called go when it ends or is cancelled. Those of called runs, and of an
 * effect that was under way at a cancellation, may stay until the data of their run is removed.
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
