import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { Connector } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { openDatabase, type Database } from '@throughline/core/db';
import { requireMigrated } from '@throughline/core/db/migrate';
import type { KeyRing } from '@throughline/core/db/key-ring';
import { engineApplication, engineQueues, engineSchema } from '@throughline/core/db/runs/engine-names';
import { decryptSecrets } from '@throughline/core/db/secrets';
import { Connections } from './connections/connections.ts';
import { guardedLookup, outboundGuard } from './connections/outbound-guard.ts';
import { runBody } from './engine/run-body.ts';
import type { Services } from './run/run-context.ts';
import { childWorkflows, provideServices } from './engine/workflows.ts';
import { startRetention } from './retention/start-retention.ts';
import { untilDatabaseAnswers } from './store/database-down.ts';
import type { ConnectionRow } from './store/find-connection.ts';
import { releaseParkedRuns } from './store/release-parked-runs.ts';
import { declareDead, registerWorker, setWorkerState } from './store/worker-lease.ts';
import { acceptWebhook } from './triggers/accept-webhook.ts';
import { EventReceiver } from './triggers/event-receiver.ts';
import { startHttpServer } from './triggers/http-server.ts';
import { startTriggers } from './triggers/start-triggers.ts';
import { Activity } from './worker/activity.ts';
import { engineLogger } from './worker/engine-logger.ts';
import { openEnginePool } from './worker/engine-pool.ts';
import { startHeartbeat, startLoop } from './worker/loops.ts';
import { createPartSlots } from './worker/part-slots.ts';
import { sweep } from './worker/sweeper.ts';
import { WorkerLease } from './worker/worker-lease.ts';

/** Version of the interpreter: runs are resumed only by workers that walk a flow in the same way. */
export const interpreterVersion = 'interpreter-1';

/** How long the engine may take to journal effects that have ended. Runs that wait are handed over at once. */
const journalMs = 300;

export interface RuntimeOptions {
  /** Given by a supervisor, which makes a new one for each start. Otherwise the worker makes its own. */
  readonly workerId?: string | undefined;
  /** Workers whose end the supervisor saw: nobody has to wait until their lease has passed. */
  readonly endedWorkerIds?: readonly string[];
  readonly databaseUrl: string;
  readonly connectors: Readonly<Record<string, Connector>>;
  readonly keyRing: KeyRing;
  readonly host: string;
  readonly port: number;
  /** The address to which systems send webhooks; what they send names it when absent. */
  readonly hooksUrl?: string | undefined;
  readonly isPrivateNetworkAllowed: boolean;
  readonly isHttpAllowed: boolean;
  readonly leaseMs: number;
  readonly workerConcurrency: number;
  readonly drainMs: number;
  readonly requestLifeMs: number;
  readonly log: Logger;
  readonly boundary: (name: string) => void;
  /** The clock that runs are judged by; that of the machine when absent. */
  readonly now?: () => number;
  /** Ends the process after others took over. */
  readonly onFenced: () => never;
}

export interface RunningRuntime {
  readonly workerId: string;
  readonly port: number;
  /** Accepts nothing new, lets running steps end, and hands the rest over. */
  stop(): Promise<void>;
}

/** Starts one worker: engine, heartbeat, sweeper, triggers and HTTP. Several share one database. */
export async function startRuntime(options: RuntimeOptions): Promise<RunningRuntime> {
  const { log, leaseMs } = options;
  const workerId = options.workerId ?? v7();
  const db = openDatabase(options.databaseUrl, {
    applicationName: 'throughline-runtime',
    maxConnections: 20,
    onIdleError: (error) => log.warn({ err: error }, 'An idle database connection broke.'),
  });
  await untilDatabaseAnswers(() => requireMigrated(options.databaseUrl));
  const { lease, leaseDb } = openLease(options, workerId);
  const activity = new Activity();
  const services = createServices(options, db, lease, activity, () => receiver.kick());
  const receiver = new EventReceiver(services);
  provideServices(services);
  await register(db, workerId, options);
  const heartbeat = startHeartbeat(lease, leaseMs, log);
  const enginePool = openEnginePool(options.databaseUrl, log);
  await launchEngine(options, workerId, enginePool);
  const sweeper = startLoop('sweeper', leaseMs / 3, log, () => sweep({ db, lease, log, now: services.now }));
  const retention = startRetention(services);
  const release = startLoop('parked runs', 500, log, async () => {
    await releaseParkedRuns(db);
  });
  const triggers = startTriggers(services, receiver);
  const http = await startHttpServer({
    host: options.host,
    port: options.port,
    hooksUrl: options.hooksUrl,
    log,
    acceptWebhook: (connectionId, request, traceId) =>
      acceptWebhook(services, { connectionId, request, traceId, secretOf: webhookSecretOf(options) }),
    health: async () => {
      const isDatabaseUp = await answersSoon(leaseDb.pool.query('select 1'));
      const isHealthy = isDatabaseUp && lease.isConfirmed;
      return { isHealthy, facts: { status: isHealthy ? 'ok' : 'unhealthy', database: isDatabaseUp } };
    },
  });
  log.info({ workerId, port: http.port }, 'Runtime is ready');
  return {
    workerId,
    port: http.port,
    async stop() {
      await http.close();
      await setWorkerState(db, workerId, 'draining');
      await Promise.all([sweeper.stop(), release.stop(), triggers.stop(), retention.stop()]);
      await activity.drain(options.drainMs);
      await DBOS.shutdown({ workflowCompletionTimeoutMS: journalMs });
      await enginePool.end();
      await heartbeat.stop();
      await setWorkerState(db, workerId, 'stopped');
      await services.connections.close();
      await db.close();
      await leaseDb.close();
    },
  };
}

/** The lease has connections of its own: a flood of work must not make a living worker look dead. */
function openLease(options: RuntimeOptions, workerId: string): { lease: WorkerLease; leaseDb: Services['db'] } {
  const { log, leaseMs } = options;
  const leaseDb = openDatabase(options.databaseUrl, {
    applicationName: 'throughline-lease',
    maxConnections: 2,
    onIdleError: (error) => log.warn({ err: error }, 'An idle database connection broke.'),
  });
  const lease = new WorkerLease({
    db: leaseDb,
    workerId,
    leaseMs,
    monotonicMs: () => performance.now(),
    log,
    onFenced: options.onFenced,
  });
  return { lease, leaseDb };
}

async function register(db: Database, id: string, { leaseMs, endedWorkerIds = [] }: RuntimeOptions): Promise<void> {
  await registerWorker(db, { id, host: hostname(), pid: process.pid, version: interpreterVersion }, leaseMs);
  if (endedWorkerIds.length > 0) await declareDead(db, id, endedWorkerIds);
}

function createServices(
  options: RuntimeOptions,
  db: Services['db'],
  lease: WorkerLease,
  activity: Activity,
  heard: () => void,
): Services {
  const guardAddress = outboundGuard({
    isPrivateAllowed: options.isPrivateNetworkAllowed,
    isHttpAllowed: options.isHttpAllowed,
  });
  const { connectors, log, keyRing } = options;
  const connections = new Connections({
    db,
    connectors,
    log,
    workerId: lease.workerId,
    decrypt: (row) => decryptSecrets(keyRing, row.id, row),
    dependencies: {
      now: Date.now,
      random: Math.random,
      sleep: async (durationMs, signal) => {
        await delay(durationMs, undefined, { signal });
      },
      lookup: guardedLookup(options.isPrivateNetworkAllowed),
      guard: (url) => {
        guardAddress(url);
        if (!lease.isConfirmed) {
          throw new ConnectorError('The worker stalled; nothing was sent.', { class: 'transient' });
        }
      },
    },
  });
  return {
    db,
    connectors,
    connections,
    lease,
    activity,
    log,
    now: options.now ?? Date.now,
    random: Math.random,
    requestLifeMs: options.requestLifeMs,
    children: childWorkflows,
    takePartSlot: createPartSlots(),
    heard,
    runBody,
    boundary: options.boundary,
  };
}

async function launchEngine(
  { databaseUrl, log, workerConcurrency }: RuntimeOptions,
  workerId: string,
  systemDatabasePool: Pool,
): Promise<void> {
  DBOS.setConfig({
    name: engineApplication,
    systemDatabaseUrl: databaseUrl,
    systemDatabaseSchemaName: engineSchema,
    systemDatabasePool,
    executorID: workerId,
    applicationVersion: interpreterVersion,
    logger: engineLogger(log),
    enableOTLP: false,
    tracingEnabled: false,
    runMigrations: false,
  });
  await DBOS.launch();
  // How soon a run begins, and how soon the next one of its key follows. Each turn is one small query.
  const pollMs = 50;
  await DBOS.registerQueue(engineQueues.runs, {
    partitionConcurrency: 1,
    workerConcurrency,
    minPollingIntervalMs: pollMs,
    onConflict: 'always_update',
  });
  await DBOS.registerQueue(engineQueues.control, {
    workerConcurrency: 10,
    minPollingIntervalMs: pollMs,
    onConflict: 'always_update',
  });
}

const webhookSecretOf =
  ({ keyRing }: RuntimeOptions) =>
  (row: ConnectionRow): string | undefined =>
    // Anybody could sign with an empty secret.
    decryptSecrets(keyRing, row.id, row)['webhookSecret'] || undefined;

/** Tells whether a query is answered within two seconds. */
const answersSoon = (query: Promise<unknown>): Promise<boolean> =>
  Promise.race([query.then(() => true), delay(2000, false, { ref: false })]).catch(() => false);
