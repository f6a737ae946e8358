import { bigint, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, document, id, instant, organisationId } from './columns.ts';
import { environmentId } from './organisation.ts';

export const connectionStates = ['untested', 'connected', 'failing', 'paused'] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** One configured account of a system in one environment. Flows name it by `key`. */
export const connection = pgTable(
  'connection',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    system: text('system').notNull(),
    settings: document<Record<string, unknown>>('settings').notNull(),
    authMethod: text('auth_method').notNull(),
    /** AES-256-GCM of the auth fields and the webhook secret as JSON: nonce, tag and ciphertext, base64 joined by dots. */
    secretCiphertext: text('secret_ciphertext').notNull(),
    /** Which key encrypted it, so that keys can be rotated. */
    secretKeyId: text('secret_key_id').notNull(),
    /** Names of the secret fields that are set. Their values never leave the runtime. */
    secretFields: text('secret_fields').array().notNull(),
    state: text('state').$type<ConnectionState>().notNull().default('untested'),
    stateMessage: text('state_message'),
    testedAt: instant('tested_at'),
    /** The last webhook that was refused, and why; null once one was accepted again. */
    hookRefusedAt: instant('hook_refused_at'),
    hookRefusal: text('hook_refusal'),
    revision: integer('revision').notNull().default(1),
    createdBy: text('created_by'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [unique('connection_environment_key').on(table.environmentId, table.key)],
);

/**
 * The position of change polling, per environment and flow, and per object that the flow follows: a cursor means nothing
 * to another connection or object. It is kept when the flow moves away, and used again when it moves back.
 */
export const changeCursor = pgTable(
  'change_cursor',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    definitionId: uuid('definition_id').notNull(),
    connectionId: uuid('connection_id').notNull(),
    /** Null on a row of an early release whose object nobody knows: no poll uses it. */
    object: text('object'),
    cursor: text('cursor'),
    since: instant('since').notNull(),
    /** When a worker last took its turn, and when a turn last went through to its end. */
    polledAt: instant('polled_at'),
    heardAt: instant('heard_at'),
    /** Time stamp of the newest change that was seen: where a crawl begins when the cursor is lost. */
    seenUntil: instant('seen_until'),
    /** Null while polling works. */
    failureMessage: text('failure_message'),
    failingSince: instant('failing_since'),
    /** When the system last refused the cursor as gone, from where the changes were crawled again, and what it said. */
    restartedAt: instant('restarted_at'),
    restartedFrom: instant('restarted_from'),
    restartMessage: text('restart_message'),
    seen: bigint('seen', { mode: 'number' }).notNull().default(0),
  },
  (table) => [
    unique('change_cursor_place').on(table.environmentId, table.definitionId, table.connectionId, table.object),
  ],
);
