import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { FieldEffect, VerdictKind } from '../../mapping/behaviour/public.ts';
import { createdAt, document, id, instant, organisationId } from './columns.ts';
import { definition } from './definition.ts';
import { environmentId } from './organisation.ts';

export const changeStates = ['open', 'in-review', 'approved', 'published', 'withdrawn'] as const;
export type ChangeState = (typeof changeStates)[number];

/** A set of drafts reviewed together. Submitting freezes what is reviewed in its items. */
export const change = pgTable(
  'change',
  {
    id: id(),
    organisationId: organisationId(),
    /** 1, 2, 3 and so on per organisation; a trigger numbers the rows that come with 0. */
    number: integer('number').notNull().default(0),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    state: text('state').$type<ChangeState>().notNull().default('open'),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    submittedBy: text('submitted_by'),
    submittedAt: instant('submitted_at'),
    decidedAt: instant('decided_at'),
  },
  (table) => [unique('change_organisation_number').on(table.organisationId, table.number)],
);

export const changeItem = pgTable(
  'change_item',
  {
    id: id(),
    organisationId: organisationId(),
    changeId: uuid('change_id')
      .notNull()
      .references(() => change.id),
    definitionId: uuid('definition_id')
      .notNull()
      .references(() => definition.id),
    /** The draft as submitted, because what is reviewed is what is published. */
    document: document<unknown>('document').notNull(),
    draftRevision: integer('draft_revision').notNull(),
    baseVersionId: uuid('base_version_id'),
    /** The draft's authors when it was submitted. */
    authors: text('authors').array().notNull(),
    /** Set by publishing. */
    versionId: uuid('version_id'),
  },
  (table) => [unique('change_item_change_definition').on(table.changeId, table.definitionId)],
);

export const reviewDecisions = ['approved', 'changes-requested', 'commented'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

export const review = pgTable(
  'review',
  {
    id: id(),
    organisationId: organisationId(),
    changeId: uuid('change_id')
      .notNull()
      .references(() => change.id),
    userId: text('user_id').notNull(),
    decision: text('decision').$type<ReviewDecision>().notNull(),
    comment: text('comment').notNull().default(''),
    createdAt: createdAt(),
  },
  (table) => [index('review_change').on(table.changeId)],
);

/** What a comment can be attached to: a field of a mapping, a step of a flow, or a row of a value map. */
export const anchorKinds = ['field', 'step', 'row'] as const;
export type AnchorKind = (typeof anchorKinds)[number];

/** A discussion of one place in a document of a change. */
export const commentThread = pgTable(
  'comment_thread',
  {
    id: id(),
    organisationId: organisationId(),
    changeId: uuid('change_id')
      .notNull()
      .references(() => change.id),
    definitionId: uuid('definition_id')
      .notNull()
      .references(() => definition.id),
    anchorKind: text('anchor_kind').$type<AnchorKind>().notNull(),
    /** `lines[].amount`, a step's id, or the key of a row. The place may be gone by now. */
    anchor: text('anchor').notNull(),
    /** Null while it is open. */
    resolvedBy: text('resolved_by'),
    resolvedAt: instant('resolved_at'),
    createdAt: createdAt(),
  },
  (table) => [index('comment_thread_change').on(table.changeId)],
);

/** Its first comment opens a thread, the others reply. */
export const threadComment = pgTable(
  'thread_comment',
  {
    id: id(),
    organisationId: organisationId(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => commentThread.id),
    userId: text('user_id').notNull(),
    comment: text('comment').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('thread_comment_thread').on(table.threadId)],
);

/**
 * What somebody said about a changed output of a mapping in a change. Rows are only added; the last one about the same
 * field and content counts, as far as its effects are those that are seen.
 */
export const surpriseVerdict = pgTable(
  'surprise_verdict',
  {
    id: id(),
    organisationId: organisationId(),
    changeId: uuid('change_id')
      .notNull()
      .references(() => change.id),
    /** The mapping. */
    definitionId: uuid('definition_id')
      .notNull()
      .references(() => definition.id),
    /** The target field; empty for the whole result. */
    field: text('field').notNull(),
    /** Digest of the texts that were compared. */
    content: text('content').notNull(),
    effects: text('effects').array().$type<FieldEffect[]>().notNull(),
    kind: text('kind').$type<VerdictKind>().notNull(),
    reason: text('reason').notNull().default(''),
    userId: text('user_id').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('surprise_verdict_change').on(table.changeId)],
);

/** An approved change that was published to an environment, or the return to an earlier release. */
export const release = pgTable(
  'release',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    /** 1, 2, 3 and so on per environment; a trigger numbers the rows that come with 0. */
    number: integer('number').notNull().default(0),
    changeId: uuid('change_id').references(() => change.id),
    /** The release this one takes back. */
    rollsBackId: uuid('rolls_back_id'),
    /** The pointers before this release, as `{ definitionId: versionId | null }`, to which a rollback returns. */
    previous: document<Record<string, string | null>>('previous').notNull(),
    note: text('note').notNull().default(''),
    publishedBy: text('published_by').notNull(),
    publishedAt: instant('published_at').notNull().defaultNow(),
  },
  (table) => [unique('release_environment_number').on(table.environmentId, table.number)],
);
