import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant, organisationId } from './columns.ts';
import { environmentId } from './organisation.ts';
import { run } from './run.ts';

/**
 * A step that waits on purpose: for a person, an event or a time. It says which workflow is to be told, because a step
 * inside a parallel branch or a chunk of items waits in a workflow of its own. The row is there while the step waits.
 */
export const waitingStep = pgTable(
  'waiting_step',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    /** Path of the step in its run. */
    path: text('path').notNull(),
    kind: text('kind').$type<WaitingKind>().notNull(),
    /** The durable workflow that waits, and the topic under which it receives its message. */
    workflowId: text('workflow_id').notNull(),
    topic: text('topic').notNull(),
    /** The event that ends the wait; null when it waits for a person or a time. */
    eventType: text('event_type'),
    eventSubject: text('event_subject'),
    since: instant('since').notNull().defaultNow(),
  },
  (table) => [
    unique('waiting_step_run_path').on(table.runId, table.path),
    index('waiting_step_event').on(table.environmentId, table.eventType),
  ],
);

export type WaitingKind = 'approve' | 'wait';
