import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, document, id, instant, organisationId } from './columns.ts';

/** Who did what, written in the transaction of the deed; the database refuses update and delete. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: uuid('environment_id'),
    /** User id, or `system:<part>`. */
    actor: text('actor').notNull(),
    /** `subject.verb`, for example `change.approved`. */
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    /** What changed, free of secrets. */
    details: document<Record<string, unknown>>('details').notNull().default({}),
    createdAt: createdAt(),
  },
  (table) => [
    index('audit_entry_created').on(table.organisationId, table.createdAt),
    index('audit_entry_subject').on(table.subjectType, table.subjectId),
  ],
);

/**
 * A runtime process. It belongs to no organisation. A worker whose lease has passed is dead: others recover its runs,
 * and `fence` (raised by the process that declared it dead) keeps it from acting in case it had only stalled.
 */
export const worker = pgTable('worker', {
  id: text('id').primaryKey(),
  host: text('host').notNull(),
  pid: integer('pid').notNull(),
  version: text('version').notNull(),
  state: text('state').$type<'running' | 'draining' | 'stopped' | 'dead'>().notNull(),
  fence: integer('fence').notNull().default(0),
  startedAt: instant('started_at').notNull().defaultNow(),
  heartbeatAt: instant('heartbeat_at').notNull().defaultNow(),
  leaseUntil: instant('lease_until').notNull(),
});

/**
 * When the next request of a connection is due at an even pace, whichever worker sends it. It belongs to no
 * organisation, like the workers that share it, and names nothing but a connection.
 */
export const connectionPace = pgTable('connection_pace', {
  connectionId: uuid('connection_id').primaryKey(),
  dueAt: instant('due_at').notNull().defaultNow(),
});

/** A request that is under way. Requests of ended workers do not count. */
export const connectionPlace = pgTable(
  'connection_place',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    connectionId: uuid('connection_id').notNull(),
    workerId: text('worker_id').notNull(),
    takenAt: instant('taken_at').notNull().defaultNow(),
  },
  (table) => [index('connection_place_connection').on(table.connectionId)],
);
