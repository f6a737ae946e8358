import type { Logger } from 'pino';
import type { CallOptions, Connector, ConnectorSession, SessionDependencies } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { withOrganisation, type Database } from '@throughline/core/db';
import type { Secrets } from '@throughline/core/db/secrets';
import { findConnection, type ConnectionRow } from '../store/find-connection.ts';
import { markConnection } from '../store/mark-connection.ts';
import { closedBreaker, holdMs, nextBreaker, type BreakerState, type ConnectionEvent } from './breaker.ts';
import { ConnectionHeld } from './connection-held.ts';
import { sharedLimits } from './shared-limits.ts';
import { businessFailure } from '../failures/step-failure.ts';
import { ownValue } from '@throughline/core/connector/own-value';

export interface ConnectionsOptions {
  readonly db: Database;
  readonly connectors: Readonly<Record<string, Connector>>;
  readonly decrypt: (row: ConnectionRow) => Secrets;
  readonly dependencies: Omit<SessionDependencies, 'journal' | 'shared'>;
  readonly workerId: string;
  readonly log: Logger;
}

/** A connection while one step uses it. */
export interface UsedConnection {
  readonly row: ConnectionRow;
  readonly connector: Connector;
  readonly session: ConnectorSession;
}

export interface ConnectionUse {
  readonly organisationId: string;
  readonly environmentId: string;
  readonly key: string;
  readonly runId: string;
  /** A person is waiting, so a refused sign-in is reported at once instead of waiting for better times. */
  readonly isInteractive: boolean;
}

interface OpenSession {
  readonly revision: number;
  readonly session: ConnectorSession;
  breaker: BreakerState;
}

/** The longest time that a single call may take, including the connector's own retries. */
export const callOptions: CallOptions = { deadlineMs: 30_000 };

/** How soon the work of a paused connection asks again. */
const pausedWaitMs = 5000;

/** The sessions of this process, one per connection and revision, each with its breaker. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #open = new Map<string, OpenSession>();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /**
   * Lets `work` speak to a connection, unless it is paused or its breaker is open.
   * @throws ConnectionHeld when it has to wait; StepFailure when there is no such connection; what `work` throws
   */
  async use<Result>(use: ConnectionUse, work: (used: UsedConnection) => Promise<Result>): Promise<Result> {
    const { db } = this.#options;
    const row = await withOrganisation(db, use.organisationId, (tx) => findConnection(tx, use.environmentId, use.key));
    if (row === undefined) {
      throw businessFailure(
        'CONNECTION_MISSING',
        `There is no connection "${use.key}" in this environment. Create it, then replay.`,
      );
    }
    if (row.state === 'paused') throw new ConnectionHeld(`The connection ${row.name} is paused.`, pausedWaitMs);
    const open = this.session(row);
    this.#holdWhileOpen(open, row, use);
    try {
      const result = await work({ row, connector: this.connectorOf(row), session: open.session });
      await this.#learn(open, row, { kind: 'success' });
      return result;
    } catch (error) {
      await this.#learnFailure(open, row, use, error);
      throw error;
    }
  }

  connectorOf(row: ConnectionRow): Connector {
    const connector = ownValue(this.#options.connectors, row.system);
    if (connector === undefined) {
      throw businessFailure('CONNECTOR_MISSING', `This runtime has no connector for "${row.system}".`);
    }
    return connector;
  }

  /** The session of a connection as it is configured now; the one of an earlier revision is closed. */
  session(row: ConnectionRow): OpenSession {
    const known = this.#open.get(row.id);
    if (known?.revision === row.revision) return known;
    const { db, dependencies, log, workerId } = this.#options;
    const session = this.connectorOf(row).open(openConnection(row, this.#options.decrypt(row)), {
      ...dependencies,
      journal: (entry) => log.debug({ connectionId: row.id, request: entry }, 'Request'),
      shared: sharedLimits({ db, connectionId: row.id, workerId, log, random: dependencies.random }),
    });
    const open = { revision: row.revision, session, breaker: closedBreaker };
    this.#open.set(row.id, open);
    known?.session.close().catch((error: unknown) => this.#options.log.warn({ err: error }, 'Closing a session'));
    return open;
  }

  async close(): Promise<void> {
    const sessions = [...this.#open.values()];
    this.#open.clear();
    await Promise.allSettled(sessions.map(({ session }) => session.close()));
  }

  #holdWhileOpen({ breaker }: OpenSession, row: ConnectionRow, use: ConnectionUse): void {
    const waitMs = holdMs(breaker, this.#options.dependencies.now());
    if (waitMs === 0 || use.isInteractive) return;
    throw new ConnectionHeld(`The connection ${row.name} is failing: ${breaker.message ?? 'no answer'}`, waitMs);
  }

  async #learnFailure(open: OpenSession, row: ConnectionRow, use: ConnectionUse, error: unknown): Promise<void> {
    if (!(error instanceof ConnectorError)) return;
    const kind = error.class === 'auth' ? 'auth' : error.class === 'transient' ? 'unavailable' : 'success';
    // An answer that refuses one record still proves that the connection works.
    const event: ConnectionEvent = kind === 'success' ? { kind } : { kind, runId: use.runId, message: error.message };
    await this.#learn(open, row, event);
    // An unknown outcome must be settled by an attempt of its own, so it is not hidden behind a wait.
    if (use.isInteractive || error.isOutcomeUnknown) return;
    this.#holdWhileOpen(open, row, use);
  }

  async #learn(open: OpenSession, row: ConnectionRow, event: ConnectionEvent): Promise<void> {
    const before = open.breaker;
    open.breaker = nextBreaker(before, event, this.#options.dependencies.now());
    const isFailing = open.breaker.openUntilMs !== undefined;
    const state = isFailing ? 'failing' : 'connected';
    if (event.kind !== 'success' && !isFailing) return;
    if (row.state === state && row.stateMessage === (open.breaker.message ?? null)) return;
    await withOrganisation(this.#options.db, row.organisationId, (tx) =>
      markConnection(tx, { connectionId: row.id, state, message: open.breaker.message ?? null }),
    );
  }
}

/**
 * Fields of the sign-in form are stored with the secrets, although those that are not secret could stand among the
 * settings.
 */
function openConnection(row: ConnectionRow, secrets: Secrets) {
  const { id, system, settings, authMethod } = row;
  // Signing in never needs the webhook secret.
  const fields = Object.fromEntries(Object.entries(secrets).filter(([name]) => name !== 'webhookSecret'));
  return { id, system, settings, auth: { method: authMethod, fields: { ...settings, ...fields } } };
}
