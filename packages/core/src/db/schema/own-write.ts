import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, organisationId } from './columns.ts';
import { environmentId } from './organisation.ts';

/**
 * The version that our own last write left on a record, so that the change it causes is recognised as its echo. Kept
 * only for objects that a live flow listens to.
 */
export const ownWrite = pgTable(
  'own_write',
  {
    organisationId: organisationId(),
    environmentId: environmentId(),
    connectionId: uuid('connection_id').notNull(),
    object: text('object').notNull(),
    externalId: text('external_id').notNull(),
    version: text('version').notNull(),
    /** The system's own time stamp of that version. */
    changedAt: instant('changed_at').notNull(),
    /** What stood there before our uninterrupted series of writes; null when we created the record. */
    versionBefore: text('version_before'),
    changedAtBefore: instant('changed_at_before'),
    writtenAt: instant('written_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.object, table.externalId] }),
    index('own_write_written').on(table.environmentId, table.writtenAt),
  ],
);
