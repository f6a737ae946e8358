import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { withSafeErrors } from './safe-session.ts';
import * as schema from './schema/index.ts';

export type Schema = typeof schema;

/**
 * A pool of connections. It offers no queries of its own on purpose: rows of an organisation are reached through
 * `withOrganisation`, everything else through a function that says what it does.
 */
export interface Database {
  readonly url: string;
  readonly pool: Pool;
  /**
   * Queries as the login role, for what belongs to no organisation: sign-in tables and the engine's own schema. Tables
   * with an organisation return nothing unless the login role is a superuser, so they must never be read here.
   */
  readonly login: NodePgDatabase<Schema>;
  close(): Promise<void>;
}

declare const organisationScope: unique symbol;
declare const systemScope: unique symbol;

type Transaction = Parameters<Parameters<NodePgDatabase<Schema>['transaction']>[0]>[0];

/** A transaction bound to one organisation: it sees and writes that organisation's rows only. Use cases take this. */
export type OrganisationTx = Transaction & { readonly [organisationScope]: true };

/** A transaction that sees every organisation. Only for leases, sweepers and sign-in. */
export type SystemTx = Transaction & { readonly [systemScope]: true };

export interface OpenDatabaseOptions {
  /** The largest number of connections that this process opens. */
  readonly maxConnections?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Longest a statement may take; without it, as long as it needs. */
  readonly statementTimeoutMs?: number;
  /** Called for connections that broke while idle. The pool replaces them by itself. */
  readonly onIdleError?: (error: Error) => void;
}

/** Opens a pool, which connects on first use and has to be closed. */
export function openDatabase(url: string, options: OpenDatabaseOptions = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    application_name: options.applicationName ?? 'throughline',
    connectionTimeoutMillis: 10_000,
    ...(options.statementTimeoutMs === undefined
      ? {}
      : {
          statement_timeout: options.statementTimeoutMs,
          idle_in_transaction_session_timeout: 2 * options.statementTimeoutMs,
        }),
  });
  // Without a listener, a server restart would end the process.
  pool.on('error', options.onIdleError ?? (() => undefined));
  // The pool listens to idle connections only. A connection that breaks between two queries of a transaction would end
  // the process too; instead, the transaction learns of it with its next query.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { url, pool, login: withSafeErrors(drizzle(pool, { schema })), close: () => pool.end() };
}

/**
 * Runs `work` in one transaction that belongs to an organisation. Row-level security is in force inside, whatever role
 * the URL signs in with, so a query that forgets the organisation cannot reach another one. Rolls back when `work` throws.
 */
export function withOrganisation<Result>(
  { login }: Database,
  organisationId: string,
  work: (tx: OrganisationTx) => Promise<Result>,
): Promise<Result> {
  return login.transaction(async (tx) => {
    await tx.execute(
      sql`select set_config('role', 'throughline_app', true), set_config('throughline.organisation_id', ${organisationId}, true)`,
    );
    return work(tx as OrganisationTx);
  });
}

/**
 * Runs `work` in one transaction that sees every organisation. `organisationId` must be given with each insert.
 * For system tasks only: finding a member's organisations at sign-in, worker leases, sweeping, migrating data.
 */
export function acrossOrganisations<Result>(
  { login }: Database,
  work: (tx: SystemTx) => Promise<Result>,
): Promise<Result> {
  return login.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'throughline_system', true)`);
    return work(tx as SystemTx);
  });
}

/**
 * Runs `work` as the login role inside a transaction of an organisation, and returns to the organisation's role.
 * Only for calling the durable engine, whose schema belongs to the login role, in the same commit as our own rows.
 */
export async function asLoginRole<Result>(tx: OrganisationTx, work: () => Promise<Result>): Promise<Result> {
  await tx.execute(sql`select set_config('role', 'none', true)`);
  const result = await work();
  await tx.execute(sql`select set_config('role', 'throughline_app', true)`);
  return result;
}
