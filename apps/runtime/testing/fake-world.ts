import { randomUUID } from 'node:crypto';
import type { WebhookEvent } from '@throughline/core/connector';
import { withOrganisation } from '@throughline/core/db';
import { createConnection } from '@throughline/core/db/connections/create-connection';
import type { KeyRing } from '@throughline/core/db/key-ring';
import { publishForTest } from '@throughline/core/db/runs/test-definitions';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import type { FlowInput } from '@throughline/core/flow';
import type { StepKind } from '@throughline/core/flow/step';
import type { RunningRuntime } from '../src/start-runtime.ts';
import { FakeSystem } from './fake-system.ts';
import { startInProcess } from './in-process-runtime.ts';
import { testKeyRing } from './seed-world.ts';
import { World } from './world.ts';

type StepInput = FlowInput['body'][number];

/** A database, one fake system connected as `fake`, and a worker in this process. */
export class FakeWorld extends World {
  readonly system: FakeSystem;
  readonly runtime: RunningRuntime;
  readonly connectionId: string;
  readonly #keyRing: KeyRing;
  /** By how much the worker's clock is ahead of the machine's; a test can move it on. */
  readonly clock: { aheadMs: number };

  static async open(): Promise<FakeWorld> {
    const system = new FakeSystem();
    const { keyRing } = await testKeyRing();
    const database = await createTestDatabase();
    const connectionId = await connect(database, keyRing, 'fake');
    const connectors = { fake: system.connector };
    const clock = { aheadMs: 0 };
    const now = () => Date.now() + clock.aheadMs;
    const runtime = await startInProcess({ databaseUrl: database.url, keyRing, connectors, now });
    return new FakeWorld(database, system, runtime, { connectionId, keyRing, clock });
  }

  private constructor(
    database: TestDatabase,
    system: FakeSystem,
    runtime: RunningRuntime,
    { connectionId, keyRing, clock }: Pick<FakeWorld, 'connectionId' | 'clock'> & { readonly keyRing: KeyRing },
  ) {
    super(database);
    this.system = system;
    this.runtime = runtime;
    this.connectionId = connectionId;
    this.#keyRing = keyRing;
    this.clock = clock;
  }

  /** Connects the fake system under one more key; answers the connection's id. */
  connect(key: string): Promise<string> {
    return connect(this.database, this.#keyRing, key);
  }

  /** The worker's clock. */
  now(): Date {
    return new Date(Date.now() + this.clock.aheadMs);
  }

  publish(kind: 'flow' | 'mapping' | 'value-map', key: string, document: unknown) {
    const { organisationId, environmentIds, db } = this.database;
    return publishForTest(db, { organisationId, environmentId: environmentIds.test, kind, key, document });
  }

  /** Publishes a flow that is started by hand, unless it says otherwise. */
  flow(key: string, body: readonly StepInput[], more: Partial<FlowInput> = {}) {
    const document: FlowInput = { format: 1, trigger: { kind: 'manual', name: 'By hand' }, body: [...body], ...more };
    return this.publish('flow', key, document);
  }

  /** Sends a webhook of the fake system about a record, as it stands or as given; answers the runtime's status. */
  async tell(object: string, recordId: string, more: Partial<WebhookEvent> = {}): Promise<number> {
    const event: WebhookEvent = {
      id: randomUUID(),
      object,
      recordId,
      kind: 'updated',
      occurredAt: new Date(1_790_000_000_000).toISOString(),
      data: { recordId, note: 'as sent' },
      ...more,
    };
    const body = JSON.stringify(event);
    const hook = `http://127.0.0.1:${this.runtime.port}/hooks/${this.connectionId}`;
    return (await fetch(hook, { method: 'POST', body })).status;
  }

  /** Starts a flow by hand and waits for its end. */
  async runThrough(key: string, payload: unknown = {}) {
    return this.ended(await this.start(key, payload));
  }

  async close(): Promise<void> {
    await this.runtime.stop();
    await this.database.close();
  }
}

async function connect(database: TestDatabase, keyRing: KeyRing, key: string): Promise<string> {
  const { connectionId } = await withOrganisation(database.db, database.organisationId, (tx) =>
    createConnection(
      tx,
      {
        environmentId: database.environmentIds.test,
        key,
        name: key,
        system: 'fake',
        settings: {},
        authMethod: 'none',
        secrets: { webhookSecret: `${key}-secret` },
        createdBy: 'user-ada',
      },
      keyRing,
    ),
  );
  return connectionId;
}

/** A step of any kind in a line. */
export const step = (kind: StepKind, id: string, config: unknown, more: object = {}): StepInput => ({
  id,
  name: id,
  kind,
  config,
  ...more,
});

/** A step that answers what an expression gives. */
export const respond = (id: string, body: string): StepInput => step('respond', id, { body });
