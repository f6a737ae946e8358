import { and, isNotNull, isNull, sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, document, id, instant, organisationId } from './columns.ts';
import type { ReplayTarget, RunTarget } from '../words/replay-target.ts';
import type { RunMode, RunState } from '../words/run-words.ts';
import { environmentId } from './organisation.ts';

/**
 * An event that reached us, stored before it is acknowledged. `dedupeKey` makes its second delivery a no-op. An event
 * that no live flow listens to is kept without a flow, so that it can be taken up when one goes live.
 */
export const triggerEvent = pgTable(
  'trigger_event',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    /** Null while no live flow listens to it. */
    definitionId: uuid('definition_id'),
    connectionId: uuid('connection_id'),
    source: text('source').$type<TriggerSource>().notNull(),
    dedupeKey: text('dedupe_key').notNull(),
    state: text('state').$type<EventState>().notNull(),
    /** The record it is about; null for schedules, events of ours and starts by hand. */
    object: text('object'),
    recordId: text('record_id'),
    change: text('change').$type<RecordChangeKind>(),
    /** The record's version as the flow saw it, in the words of the connector. */
    version: text('version'),
    occurredAt: instant('occurred_at'),
    /** What the system sent about it; null where the record itself is the message. */
    sent: document<unknown>('sent'),
    /** `$trigger` of the run; null until the record was read. */
    payload: document<unknown>('payload'),
    /** The flow's own key of the business event. Only an event that started a run has one. */
    idempotencyKey: text('idempotency_key'),
    /** Null when it started none. */
    runId: uuid('run_id'),
    /** Why it started nothing: a code to count by, and a sentence. */
    reason: text('reason').$type<IgnoreReason>(),
    note: text('note'),
    /** Reading the record: attempts so far, the last failure, when to try next, and which worker does. */
    attempts: integer('attempts').notNull().default(0),
    failureMessage: text('failure_message'),
    dueAt: instant('due_at').notNull().defaultNow(),
    claimedBy: text('claimed_by'),
    /** The exception that a person replayed to have this event read again. */
    exceptionId: uuid('exception_id'),
    /** Who took it up, or had it read again; null when nobody asked for it. */
    askedForBy: text('asked_for_by'),
    traceId: text('trace_id'),
    receivedAt: instant('received_at').notNull().defaultNow(),
  },
  (table) => [
    unique('trigger_event_dedupe').on(table.environmentId, table.definitionId, table.dedupeKey),
    uniqueIndex('trigger_event_unclaimed').on(table.connectionId, table.dedupeKey).where(isNull(table.definitionId)),
    uniqueIndex('trigger_event_idempotency')
      .on(table.environmentId, table.definitionId, table.idempotencyKey)
      .where(isNotNull(table.idempotencyKey)),
    index('trigger_event_received').on(table.environmentId, table.receivedAt),
    index('trigger_event_flow').on(table.environmentId, table.definitionId, table.receivedAt),
    index('trigger_event_record').on(table.connectionId, table.object, table.recordId),
    index('trigger_event_waiting')
      .on(table.dueAt)
      .where(sql`${table.state} = 'waiting'`),
    index('trigger_event_run').on(table.runId).where(isNotNull(table.runId)),
  ],
);

/**
 * `waiting` for its record to be read, `started` a run, `ignored` with a reason, `unclaimed` because no live flow
 * listens to it.
 */
export type EventState = 'waiting' | 'started' | 'ignored' | 'unclaimed';
export type RecordChangeKind = 'created' | 'updated' | 'upserted' | 'deleted';
/** Why an event started nothing. */
export type IgnoreReason = 'condition' | 'echo' | 'deletion' | 'repeated' | 'not-live';

export type TriggerSource = 'webhook' | 'change' | 'schedule' | 'event' | 'manual' | 'test' | 'replay' | 'call';

export const run = pgTable(
  'run',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    definitionId: uuid('definition_id').notNull(),
    /** Null for a test run of a draft; `draftDocument` then holds what ran. */
    versionId: uuid('version_id'),
    draftDocument: document<unknown>('draft_document'),
    /** Exact versions of everything the flow uses, `{ "mapping:key": versionId }`, fixed when the run was accepted. */
    pins: document<Record<string, string>>('pins').notNull(),
    /** Drafts used instead of versions in a test run, `{ "mapping:key": document }`. */
    draftPins: document<Record<string, unknown>>('draft_pins'),
    mode: text('mode').$type<RunMode>().notNull().default('live'),
    source: text('source').$type<TriggerSource>().notNull(),
    state: text('state').$type<RunState>().notNull().default('queued'),
    businessKey: text('business_key'),
    businessLabel: text('business_label'),
    orderingKey: text('ordering_key'),
    trigger: document<unknown>('trigger').notNull(),
    output: document<unknown>('output'),
    /** Code and sentence of what stopped it. */
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    /** The run this one repeats, and the exception it answers. */
    replayOfRunId: uuid('replay_of_run_id'),
    exceptionId: uuid('exception_id'),
    parentRunId: uuid('parent_run_id'),
    /** Path of the step of that run which called this one. */
    parentPath: text('parent_path'),
    /** The run whose published event, or whose event that was read again, started this one. */
    causedByRunId: uuid('caused_by_run_id'),
    startedBy: text('started_by'),
    /**
     * When the event happened that the trigger reports. A run that is older than what its key last applied is skipped
     * as stale.
     */
    occurredAt: instant('occurred_at'),
    /** Accepted, and kept out of the engine until the organisation has room there. */
    isParked: boolean('is_parked').notNull().default(false),
    /** What the run is limited to when it repeats less than everything. */
    target: document<RunTarget>('target'),
    workerId: text('worker_id'),
    traceId: text('trace_id'),
    createdAt: createdAt(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    /** When its payloads and steps were removed because their retention had passed; it cannot be repeated since. */
    dataRemovedAt: instant('data_removed_at'),
  },
  (table) => [
    index('run_finished')
      .on(table.environmentId, table.finishedAt)
      .where(and(isNotNull(table.finishedAt), isNull(table.dataRemovedAt)) ?? sql`false`),
    index('run_unfinished').on(table.organisationId).where(isNull(table.finishedAt)),
    index('run_parked')
      .on(table.organisationId, table.createdAt)
      .where(sql`${table.isParked}`),
    index('run_parent').on(table.parentRunId).where(isNotNull(table.parentRunId)),
    index('run_replay').on(table.replayOfRunId).where(isNotNull(table.replayOfRunId)),
    index('run_environment_created').on(table.environmentId, table.createdAt),
    index('run_business_key').on(table.environmentId, table.businessKey),
    index('run_definition').on(table.environmentId, table.definitionId, table.createdAt),
    index('run_state').on(table.environmentId, table.state),
  ],
);

/** `pinned` steps of a test run were given their output instead of being executed. */
export const stepRunStates = [
  'running',
  'retrying',
  'waiting',
  'succeeded',
  'pinned',
  'failed',
  'skipped',
  'disabled',
] as const;
export type StepRunState = (typeof stepRunStates)[number];

/** One step in a run. `path` tells items of a for-each apart: `lines[3].writeLine`. */
export const stepRun = pgTable(
  'step_run',
  {
    id: id(),
    organisationId: organisationId(),
    runId: uuid('run_id')
      .notNull()
      .references(() => run.id, { onDelete: 'cascade' }),
    stepId: text('step_id').notNull(),
    path: text('path').notNull(),
    kind: text('kind').notNull(),
    /** Order of first start within the run. */
    position: integer('position').notNull(),
    state: text('state').$type<StepRunState>().notNull(),
    attempts: integer('attempts').notNull().default(1),
    input: document<unknown>('input'),
    output: document<unknown>('output'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    /** Each failed attempt: `{ at, class, message, waitMs }`. */
    retries: document<readonly StepRetry[]>('retries').notNull().default([]),
    startedAt: instant('started_at').notNull().defaultNow(),
    finishedAt: instant('finished_at'),
    durationMs: integer('duration_ms'),
  },
  (table) => [unique('step_run_run_path').on(table.runId, table.path)],
);

export interface StepRetry {
  readonly at: string;
  readonly class: string;
  readonly message: string;
  readonly waitMs: number;
}

export const deliveryStates = ['intended', 'sent', 'confirmed', 'failed', 'undone', 'undo-failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * One effect on one record of one system. It is unique per flow, step and record key, so a repeated run finds what an
 * earlier one did. An outcome left at `sent` is read back before anything is sent again.
 */
export const delivery = pgTable(
  'delivery',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    definitionId: uuid('definition_id').notNull(),
    /** Step id, or its `deliveryName`. */
    step: text('step').notNull(),
    recordKey: text('record_key').notNull(),
    connectionId: uuid('connection_id').notNull(),
    system: text('system').notNull(),
    object: text('object').notNull(),
    operation: text('operation').notNull(),
    state: text('state').$type<DeliveryState>().notNull(),
    /** SHA-256 of the record as last sent: equal means there is nothing to do. */
    payloadHash: text('payload_hash').notNull(),
    externalId: text('external_id'),
    effect: text('effect'),
    /** Last run that touched it, and the run whose creation can be undone; each with the path of the step in it. */
    runId: uuid('run_id').notNull(),
    path: text('path'),
    createdByRunId: uuid('created_by_run_id'),
    createdByPath: text('created_by_path'),
    attempts: integer('attempts').notNull().default(0),
    errorMessage: text('error_message'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    unique('delivery_identity').on(
      table.environmentId,
      table.definitionId,
      table.step,
      table.recordKey,
      table.connectionId,
      table.object,
    ),
    index('delivery_run').on(table.runId),
    index('delivery_external').on(table.connectionId, table.object, table.externalId),
  ],
);

/**
 * Who is writing a record of a system at this moment, whatever the flow and the step. There is one row for each way in
 * which the record is identified, and it exists only while somebody writes or an outcome is open. A claim of a worker
 * that has ended does not count.
 */
export const recordClaim = pgTable(
  'record_claim',
  {
    organisationId: organisationId(),
    environmentId: environmentId(),
    connectionId: uuid('connection_id').notNull(),
    object: text('object').notNull(),
    /** How a write finds the record, for example `external-id:0015g`. */
    key: text('key').notNull(),
    /** The step under way, unique across runs. Null once the step let go with its outcome open. */
    holder: text('holder'),
    runId: uuid('run_id').notNull(),
    workerId: text('worker_id').notNull(),
    claimedAt: instant('claimed_at').notNull().defaultNow(),
    /** Until then, a request that was sent but never answered may still create the record. */
    openUntil: instant('open_until'),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.object, table.key] })],
);

export const exceptionStates = ['open', 'replaying', 'resolved'] as const;
export type ExceptionState = (typeof exceptionStates)[number];

/** A record that stopped and needs somebody's attention. */
export const exception = pgTable(
  'exception',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    definitionId: uuid('definition_id').notNull(),
    runId: uuid('run_id').notNull(),
    stepId: text('step_id').notNull(),
    path: text('path').notNull(),
    code: text('code').notNull(),
    message: text('message').notNull(),
    /** Every rule or field that is concerned: `{ code, message }`. */
    details: document<readonly { readonly code: string; readonly message: string }[]>('details').notNull().default([]),
    businessKey: text('business_key'),
    businessLabel: text('business_label'),
    /** What an operator may edit before a replay. */
    payload: document<unknown>('payload').notNull(),
    /** What a replay repeats. */
    target: document<ReplayTarget>('target').notNull().default({ kind: 'run' }),
    /** Why the last replay did not end it, in a sentence; null before a replay and during one. */
    replayFailure: text('replay_failure'),
    state: text('state').$type<ExceptionState>().notNull().default('open'),
    ownerUserId: text('owner_user_id'),
    /** How it ended: `replayed` with a successful run, or resolved by hand. */
    resolution: text('resolution').$type<'replayed' | 'resolved' | 'superseded'>(),
    resolutionReason: text('resolution_reason'),
    resolvedBy: text('resolved_by'),
    resolvedAt: instant('resolved_at'),
    replayRunId: uuid('replay_run_id'),
    createdAt: createdAt(),
  },
  (table) => [
    index('exception_environment_state').on(table.environmentId, table.state, table.createdAt),
    index('exception_run').on(table.runId),
  ],
);

/** Links a canonical identity to a system's record identity, with what was last seen there. */
export const link = pgTable(
  'link',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    entity: text('entity').notNull(),
    canonicalId: text('canonical_id').notNull(),
    connectionId: uuid('connection_id').notNull(),
    system: text('system').notNull(),
    object: text('object').notNull(),
    externalId: text('external_id').notNull(),
    label: text('label'),
    versionSeen: text('version_seen'),
    hashSeen: text('hash_seen'),
    /** True for the system the record comes from; its echoes of our own writes start nothing. */
    isOrigin: boolean('is_origin').notNull().default(false),
    createdByRunId: uuid('created_by_run_id'),
    createdAt: createdAt(),
    seenAt: instant('seen_at').notNull().defaultNow(),
  },
  (table) => [
    unique('link_canonical').on(table.environmentId, table.entity, table.canonicalId, table.connectionId, table.object),
    index('link_external').on(table.connectionId, table.object, table.externalId),
  ],
);

/** A CloudEvents 1.0 event of ours. */
export const publishedEvent = pgTable(
  'published_event',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    type: text('type').notNull(),
    subject: text('subject').notNull(),
    data: document<unknown>('data').notNull(),
    runId: uuid('run_id').notNull(),
    /** Step path within the run: the same step publishes once. */
    path: text('path').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('published_event_run_path').on(table.runId, table.path),
    index('published_event_type').on(table.environmentId, table.type, table.createdAt),
  ],
);

/** A message to a person, shown in the app (and sent by whatever channels the organisation has). */
export const notification = pgTable(
  'notification',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    runId: uuid('run_id').notNull(),
    path: text('path').notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('notification_run_path').on(table.runId, table.path)],
);

/** A question of an `approve` step, and its answer. */
export const approval = pgTable(
  'approval',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    runId: uuid('run_id').notNull(),
    path: text('path').notNull(),
    question: text('question').notNull(),
    role: text('role').notNull(),
    /** Whether the person who started the run may answer; the flow says so. */
    starterMayAnswer: boolean('starter_may_answer').notNull().default(false),
    decision: text('decision').$type<'approved' | 'rejected' | 'timed-out'>(),
    decidedBy: text('decided_by'),
    comment: text('comment'),
    dueAt: instant('due_at').notNull(),
    decidedAt: instant('decided_at'),
    createdAt: createdAt(),
  },
  (table) => [unique('approval_run_path').on(table.runId, table.path)],
);
