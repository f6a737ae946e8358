import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt, document, id, instant, organisationId } from './columns.ts';
import { environmentId } from './organisation.ts';

/**
 * Something that the web app asks of the runtime, which alone holds connectors and decrypted secrets, and then waits
 * for: a connection test or a sample record. It is enqueued in the transaction that inserts it.
 */
export const engineRequest = pgTable(
  'engine_request',
  {
    id: id(),
    organisationId: organisationId(),
    environmentId: environmentId(),
    kind: text('kind').$type<EngineRequestKind>().notNull(),
    input: document<unknown>('input').notNull(),
    /** Null until it is answered. */
    state: text('state').$type<'succeeded' | 'failed'>(),
    output: document<unknown>('output'),
    errorMessage: text('error_message'),
    requestedBy: text('requested_by'),
    createdAt: createdAt(),
    finishedAt: instant('finished_at'),
  },
  (table) => [index('engine_request_created').on(table.createdAt)],
);

export type EngineRequestKind = 'test-connection' | 'describe-object' | 'read-sample';
