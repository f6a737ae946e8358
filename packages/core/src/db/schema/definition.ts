import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, document, id, instant, organisationId } from './columns.ts';
import { environmentId } from './organisation.ts';

export const definitionKinds = ['flow', 'mapping', 'value-map', 'entity'] as const;
export type DefinitionKind = (typeof definitionKinds)[number];

/** Something that people draw, review and publish. Its content is in drafts and versions. */
export const definition = pgTable(
  'definition',
  {
    id: id(),
    organisationId: organisationId(),
    kind: text('kind').$type<DefinitionKind>().notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    ownerUserId: text('owner_user_id'),
    createdAt: createdAt(),
    archivedAt: instant('archived_at'),
  },
  (table) => [unique('definition_organisation_kind_key').on(table.organisationId, table.kind, table.key)],
);

/** The editable state. `revision` goes up by one with each save; a save that names an older one is refused. */
export const draft = pgTable('draft', {
  definitionId: uuid('definition_id')
    .primaryKey()
    .references(() => definition.id),
  organisationId: organisationId(),
  document: document<unknown>('document').notNull(),
  revision: integer('revision').notNull().default(1),
  /** Version the draft was started from; null for a definition never published. */
  baseVersionId: uuid('base_version_id'),
  /** Everybody who wrote any of its content: none of them may approve it. */
  authors: text('authors').array().notNull(),
  updatedBy: text('updated_by').notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Every saved state of a draft, so that nothing is lost and the second writer can see who changed what. */
export const draftRevision = pgTable(
  'draft_revision',
  {
    id: id(),
    organisationId: organisationId(),
    definitionId: uuid('definition_id')
      .notNull()
      .references(() => definition.id),
    revision: integer('revision').notNull(),
    document: document<unknown>('document').notNull(),
    savedBy: text('saved_by').notNull(),
    /** Everybody who wrote any of this state, so that authorship follows content that is discarded and restored. */
    authors: text('authors').array().notNull().default([]),
    savedAt: instant('saved_at').notNull().defaultNow(),
  },
  (table) => [
    unique('draft_revision_definition_revision').on(table.definitionId, table.revision),
    // Finds states with the same content, whose authors then are authors of the new one too.
    index('draft_revision_content').on(table.definitionId, sql`md5(document::text)`),
  ],
);

/** An immutable, numbered snapshot. The database refuses update and delete. */
export const version = pgTable(
  'version',
  {
    id: id(),
    organisationId: organisationId(),
    definitionId: uuid('definition_id')
      .notNull()
      .references(() => definition.id),
    /** 1, 2, 3 and so on per definition; a trigger numbers the rows that come with 0. */
    number: integer('number').notNull().default(0),
    document: document<unknown>('document').notNull(),
    /** SHA-256 of the document's canonical JSON, hex. */
    hash: text('hash').notNull(),
    changeId: uuid('change_id'),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('version_definition_number').on(table.definitionId, table.number)],
);

/** Which version is live where. Publishing and rolling back move these pointers and nothing else. */
export const liveVersion = pgTable(
  'live_version',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    definitionId: uuid('definition_id')
      .notNull()
      .references(() => definition.id),
    versionId: uuid('version_id')
      .notNull()
      .references(() => version.id),
    releaseId: uuid('release_id').notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    /** The occurrence for which its schedule was last set off; events and runs are removed in time, and this is not. */
    scheduledAt: instant('scheduled_at'),
  },
  (table) => [
    unique('live_version_environment_definition').on(table.environmentId, table.definitionId),
    index('live_version_version').on(table.versionId),
  ],
);

/** Somebody who has a draft open right now: one row for each tab. It counts for some seconds after `seenAt`. */
export const draftPresence = pgTable(
  'draft_presence',
  {
    organisationId: organisationId(),
    definitionId: uuid('definition_id')
      .notNull()
      .references(() => definition.id),
    userId: text('user_id').notNull(),
    /** Chosen by the browser. */
    tabId: uuid('tab_id').notNull(),
    /** What the person has selected there: a step, or a field of the target. Empty for nothing. */
    place: text('place').notNull().default(''),
    seenAt: instant('seen_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.definitionId, table.userId, table.tabId] })],
);
