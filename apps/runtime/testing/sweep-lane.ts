import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { delivery, link, notification, publishedEvent } from '@throughline/core/db/schema/index';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { startSandbox, type RunningSandbox } from '@throughline/sandbox';
import { prewarmRuntime, type PrewarmedRuntime, type RuntimeProcess } from './runtime-process.ts';
import { installClosedWon, seedConnections, testKeyRing } from './seed-world.ts';
import { recordsMade, storedRecords, withoutInstants } from './stored-records.ts';
import { World } from './world.ts';
import { emptyRuns } from './empty-runs.ts';

/**
 * A database, a sandbox and a worker of their own, in which one run is repeated and its worker is killed on the way.
 */
export class SweepLane {
  readonly #database: TestDatabase;
  readonly #world: World;
  readonly #sandbox: RunningSandbox;
  readonly #folder: string;
  readonly #env: Readonly<Record<string, string>>;
  readonly #systems;
  #worker: RuntimeProcess | undefined;
  #workerId = '';
  #next: Promise<PrewarmedRuntime> | undefined;

  static async open(): Promise<SweepLane> {
    const { keyRing, secretKey } = await testKeyRing();
    const database = await createTestDatabase();
    const sandbox = await startSandbox();
    await seedConnections(database, sandbox, keyRing);
    await installClosedWon(database);
    return new SweepLane(database, sandbox, secretKey);
  }

  private constructor(database: TestDatabase, sandbox: RunningSandbox, secretKey: string) {
    this.#database = database;
    this.#sandbox = sandbox;
    this.#world = new World(database);
    this.#folder = mkdtempSync(join(tmpdir(), 'throughline-sweep-'));
    this.#env = {
      DATABASE_URL: database.url,
      THROUGHLINE_SECRET_KEY: secretKey,
      THROUGHLINE_CRASH_FILE: this.#crashFile,
      THROUGHLINE_LEASE_MS: '3000',
    };
    this.#systems = [sandbox.salesforce, sandbox.netsuite, sandbox.kantata].map(({ context }) => ({
      context,
      snapshot: context.state.snapshot(),
    }));
  }

  get #crashFile(): string {
    return join(this.#folder, 'crash');
  }

  /** The closed-won deal with the fewest lines, which means fewer boundaries but all kinds of them. */
  get smallestDeal(): string {
    const { state } = this.#sandbox.salesforce.context;
    const lines = state.collection<{ OpportunityId: string }>('OpportunityLineItem').all();
    const deals = state
      .collection<{ Id: string; StageName: string }>('Opportunity')
      .all()
      .filter(({ StageName }) => StageName === 'Closed Won')
      .map(({ Id }) => ({ Id, size: lines.filter(({ OpportunityId }) => OpportunityId === Id).length }))
      .sort((left, right) => left.size - right.size);
    return deals[0]?.Id ?? '';
  }

  /** Runs the deal without any harm. */
  async undisturbed(dealId: string): Promise<{ outcome: unknown; boundaries: readonly string[] }> {
    await this.#freshWorker();
    await this.#reset();
    this.#orderCrash(0);
    const run = await this.#world.ended(await this.#start(dealId));
    return { outcome: await this.#outcome(run.id), boundaries: this.#boundariesPassed() };
  }

  /** Runs the deal and kills the worker at a boundary. Another worker finds it dead and ends the run. */
  async killedAt(dealId: string, boundary: number): Promise<unknown> {
    const worker = this.#worker ?? (await this.#freshWorker());
    await this.#reset();
    this.#orderCrash(boundary);
    const runId = await this.#start(dealId);
    const end = await worker.ended;
    if (end !== 'SIGKILL') throw new Error(`The worker ended with ${end}: ${worker.output()}`);
    await this.#freshWorker();
    await this.#world.ended(runId);
    return this.#outcome(runId);
  }

  async close(): Promise<void> {
    await this.#worker?.stop();
    await this.#next?.then((next) => next.discard());
    await this.#sandbox.close();
    await this.#database.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #freshWorker(): Promise<RuntimeProcess> {
    this.#orderCrash(0);
    const prewarmed = await (this.#next ?? this.#prewarm());
    this.#worker = await prewarmed.start();
    this.#next = this.#prewarm();
    return this.#worker;
  }

  /** As a supervisor does, it tells the worker which one ended before it. */
  #prewarm(): Promise<PrewarmedRuntime> {
    const earlier = this.#workerId;
    this.#workerId = randomUUID();
    return prewarmRuntime({
      ...this.#env,
      THROUGHLINE_WORKER_ID: this.#workerId,
      THROUGHLINE_ENDED_WORKER_IDS: earlier,
    });
  }

  #start(dealId: string): Promise<string> {
    return this.#world.start('closed-won-handoff', { Id: dealId });
  }

  #orderCrash(at: number): void {
    writeFileSync(this.#crashFile, String(at));
  }

  #boundariesPassed(): string[] {
    return readFileSync(this.#crashFile, 'utf8').split('\n').slice(1);
  }

  /** Everything as before the first run, for the systems as for our own records of them. */
  async #reset(): Promise<void> {
    await emptyRuns(this.#database.db.pool);
    for (const { context, snapshot } of this.#systems) {
      context.state.restore(snapshot);
      context.ledger.clear();
    }
  }

  /** What a run left behind everywhere, without the ids and instants that differ from one run to the next. */
  async #outcome(runId: string): Promise<unknown> {
    const { state, output, errorMessage } = await this.#world.run(runId);
    const steps = await this.#world.steps(runId);
    const isMessage = (path: string): boolean => path === 'publishActivated' || path === 'notifyOwner';
    return withoutInstants({
      run: { state, output, errorMessage },
      steps: steps.map((step) => ({
        path: step.path,
        state: step.state,
        input: step.input,
        output: isMessage(step.path) ? 'an id of its own' : step.output,
      })),
      exceptions: await this.#world.exceptions(runId),
      ours: await this.#ours(),
      made: recordsMade(this.#sandbox),
      records: storedRecords(this.#sandbox),
    });
  }

  #ours() {
    const deliveryColumns = {
      step: delivery.step,
      recordKey: delivery.recordKey,
      state: delivery.state,
      effect: delivery.effect,
      externalId: delivery.externalId,
    };
    const linkColumns = {
      entity: link.entity,
      canonicalId: link.canonicalId,
      system: link.system,
      object: link.object,
      externalId: link.externalId,
      label: link.label,
    };
    const eventColumns = { type: publishedEvent.type, subject: publishedEvent.subject, data: publishedEvent.data };
    const noticeColumns = {
      recipient: notification.recipient,
      subject: notification.subject,
      body: notification.body,
    };
    return this.#world.tx(async (tx) => ({
      deliveries: byJson(await tx.select(deliveryColumns).from(delivery)),
      links: byJson(await tx.select(linkColumns).from(link)),
      events: await tx.select(eventColumns).from(publishedEvent),
      notices: await tx.select(noticeColumns).from(notification),
    }));
  }
}

const byJson = <Row>(rows: readonly Row[]): Row[] =>
  rows.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
