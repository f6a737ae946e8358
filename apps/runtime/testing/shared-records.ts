import { publishForTest } from '@throughline/core/db/runs/test-definitions';
import { delivery, exception, recordClaim, run } from '@throughline/core/db/schema/index';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import type { FlowInput } from '@throughline/core/flow';
import { startSandbox, type RunningSandbox } from '@throughline/sandbox';
import { dealsOfOneAccount } from './deals-of-one-account.ts';
import { installClosedWon, seedConnections, testKeyRing } from './seed-world.ts';
import { recordsMade } from './stored-records.ts';
import { World } from './world.ts';
import { emptyRuns } from './empty-runs.ts';

/** The demo's systems, and flows that all write one client of Kantata and one customer of NetSuite. */
export class SharedRecords extends World {
  readonly sandbox: RunningSandbox;
  readonly keys: Awaited<ReturnType<typeof testKeyRing>>;
  /** Closed-won deals, all alike, of one account that is no customer yet. */
  readonly deals: readonly string[];
  readonly #fresh;

  static async open(): Promise<SharedRecords> {
    const keys = await testKeyRing();
    const database = await createTestDatabase();
    const sandbox = await startSandbox();
    const deals = dealsOfOneAccount(sandbox, 8);
    await seedConnections(database, sandbox, keys.keyRing);
    await installClosedWon(database);
    return new SharedRecords(database, sandbox, keys, deals);
  }

  private constructor(
    database: TestDatabase,
    sandbox: RunningSandbox,
    keys: SharedRecords['keys'],
    deals: readonly string[],
  ) {
    super(database);
    this.deals = deals;
    this.sandbox = sandbox;
    this.keys = keys;
    this.#fresh = [sandbox.netsuite, sandbox.kantata].map(({ context }) => ({
      context,
      snapshot: context.state.snapshot(),
    }));
  }

  /** Publishes a flow that writes the client, under names of its own. */
  async clientFlow(key: string, more: { readonly externalId?: string; readonly match?: unknown[] } = {}) {
    const { organisationId, environmentIds, db } = this.database;
    const { externalId = '$trigger.customer', match = [{ by: 'external-id' }] } = more;
    const document: FlowInput = {
      format: 1,
      trigger: { kind: 'manual', name: 'By hand' },
      body: [
        {
          id: `write-${key}`.replaceAll(/[^A-Za-z]/g, ''),
          name: 'Client',
          kind: 'write',
          config: {
            connection: 'kantata',
            object: 'workspace_groups',
            operation: 'upsert',
            record: '{ "name": $trigger.name, "company": true }',
            identity: { externalId, match: match as never },
          },
        },
      ],
    };
    return publishForTest(db, { organisationId, environmentId: environmentIds.test, kind: 'flow', key, document });
  }

  /** Systems and our own records of them as before the first run. */
  async reset(): Promise<void> {
    await emptyRuns(this.database.db.pool);
    for (const { context, snapshot } of this.#fresh) {
      context.state.restore(snapshot);
      context.ledger.clear();
      context.faults.clear();
    }
  }

  /** Every creation of a client and of a customer takes `delayMs` before it takes effect. */
  slowCreations(delayMs: number): void {
    const { kantata, netsuite } = this.sandbox;
    kantata.context.faults.add({ kind: 'slow', delayMs, count: 1000, match: { method: 'POST', path: '*groups*' } });
    netsuite.context.faults.add({ kind: 'slow', delayMs, count: 1000, match: { path: '*/customer*' } });
  }

  /** How many clients and customers were made, and what went wrong. */
  async tally(): Promise<unknown> {
    const made = recordsMade(this.sandbox);
    const count = (name: string): number => made.filter((line) => line.startsWith(name)).length;
    return {
      clients: count('kantata workspace_groups/'),
      customers: count('netsuite customer/'),
      exceptions: await this.tx((tx) =>
        tx.select({ code: exception.code, message: exception.message }).from(exception),
      ),
      states: (await this.tx((tx) => tx.select({ state: run.state }).from(run))).map(({ state }) => state),
      openDeliveries: (await this.tx((tx) => tx.select({ state: delivery.state }).from(delivery))).filter(
        ({ state }) => state !== 'confirmed',
      ),
      claims: await this.tx((tx) => tx.select().from(recordClaim)),
    };
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await this.database.close();
  }
}

/** The tally of `runs` runs that all went well and share their records. */
export const allWell = (runs: number, made: { readonly clients: number; readonly customers: number }) => ({
  ...made,
  exceptions: [],
  states: Array.from({ length: runs }, () => 'succeeded'),
  openDeliveries: [],
  claims: [],
});
