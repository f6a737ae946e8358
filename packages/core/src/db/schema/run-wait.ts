import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, organisationId } from './columns.ts';
import { run } from './run.ts';

/**
 * When a step of a called run waited on purpose. A called run hands its caller the sum when it ends; the rows are for the
 * caller of a run that was cancelled or given up, and hands over nothing.
 */
export const runWait = pgTable(
  'run_wait',
  {
    organisationId: organisationId(),
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    /** Path of the step that waited. */
    path: text('path').notNull(),
    /** By the run's own clock, as its timeout is. */
    beganAt: instant('began_at').notNull(),
    /** Null while the step waits, or when the run ended first. */
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.path] })],
);
