import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { worker } from '@throughline/core/db/schema/index';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { startSandbox, type RunningSandbox } from '@throughline/sandbox';
import { SalesforcePerson } from '../testing/salesforce-person.ts';
import { startRuntimeProcess, type RuntimeProcess } from '../testing/runtime-process.ts';
import { installClosedWon, seedConnections, testKeyRing } from '../testing/seed-world.ts';
import { recordsMade } from '../testing/stored-records.ts';
import { startProxy, type TcpProxy } from '../testing/tcp-proxy.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { World } from '../testing/world.ts';

// A machine that does much else beside takes long to start a process.
vi.setConfig({ testTimeout: 180_000 });

let database: TestDatabase;
let world: World;
let sandbox: RunningSandbox;
let proxy: TcpProxy;
let folder: string;
let env: Readonly<Record<string, string>>;
const processes: RuntimeProcess[] = [];

beforeAll(async () => {
  const { keyRing, secretKey } = await testKeyRing();
  folder = mkdtempSync(join(tmpdir(), 'throughline-workers-'));
  database = await createTestDatabase();
  world = new World(database);
  sandbox = await startSandbox();
  await seedConnections(database, sandbox, keyRing);
  await installClosedWon(database);
  const url = new URL(database.url);
  proxy = await startProxy({ host: url.hostname, port: Number(url.port) });
  url.port = String(proxy.port);
  env = { DATABASE_URL: url.href, THROUGHLINE_SECRET_KEY: secretKey, THROUGHLINE_LEASE_MS: '3000' };
});
afterAll(async () => {
  await proxy?.close();
  await sandbox?.close();
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  for (const { context } of [sandbox.netsuite, sandbox.kantata]) context.ledger.clear();
});
afterEach(async () => {
  proxy.comeBack();
  await Promise.all(processes.splice(0).map((process) => process.stop('SIGKILL')));
});

const crashFile = (): string => join(folder, 'crash');

async function startWorker(more: Readonly<Record<string, string>> = {}): Promise<RuntimeProcess> {
  const started = await startRuntimeProcess({ ...env, ...more });
  processes.push(started);
  return started;
}

/** A complete deal that no test used yet, closed by a person in Salesforce. */
const used = new Set<string>();
async function nextDeal(): Promise<string> {
  const deal = sandbox.salesforce.context.state
    .collection<{ Id: string; IsClosed: boolean; Name: string }>('Opportunity')
    .all()
    .find(({ Id, IsClosed, Name }) => !IsClosed && !Name.includes('(') && !used.has(Id));
  if (deal === undefined) throw new Error('There is no open deal left.');
  used.add(deal.Id);
  await new SalesforcePerson(sandbox).closeDeal(deal.Id);
  return deal.Id;
}

const start = (dealId: string) => world.start('closed-won-handoff', { Id: dealId });
const made = (part: string) => recordsMade(sandbox).filter((name) => name.startsWith(part));

it('fences a worker that stalled beyond its lease, in the moment before it would have sent', async () => {
  writeFileSync(crashFile(), 'sent-writeContract SIGSTOP');
  const stalled = await startWorker({ THROUGHLINE_CRASH_FILE: crashFile() });
  const runId = await start(await nextDeal());
  await waitUntil('the worker to stall', () => {
    const passed = readFileSync(crashFile(), 'utf8').split('\n');
    return passed.some((name) => name.startsWith('sent writeContract')) ? true : undefined;
  });
  await startWorker();
  expect(await world.ended(runId)).toMatchObject({ state: 'succeeded' });
  stalled.child.kill('SIGCONT');
  expect(await stalled.ended).toBe(75);
  expect(made('netsuite salesOrder/')).toHaveLength(1);
  expect(await world.run(runId)).toMatchObject({ state: 'succeeded', errorCode: null });
  expect(new Set(recordsMade(sandbox)).size).toBe(recordsMade(sandbox).length);
});

it('ends what is under way on SIGTERM and hands the rest over', async () => {
  const slow = await fetch(`${sandbox.netsuite.url}/__control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'slow',
      delayMs: 1500,
      count: 1,
      match: { method: 'PUT', path: '*billingSchedule*' },
    }),
  });
  expect(slow.ok).toBe(true);
  const first = await startWorker();
  const runId = await start(await nextDeal());
  await waitUntil('the slow request', async () => {
    const steps = await world.steps(runId);
    return steps.some(({ path, state }) => path === 'writeSchedule' && state === 'running') ? true : undefined;
  });
  expect(await first.stop('SIGTERM')).toBe(0);
  const steps = await world.steps(runId);
  expect(steps.some(({ path }) => path === 'publishActivated')).toBe(false);
  const rows = await database.db.login
    .select({ state: worker.state })
    .from(worker)
    .where(eq(worker.pid, first.child.pid ?? 0));
  expect(rows).toEqual([{ state: 'stopped' }]);
  await startWorker();
  expect(await world.ended(runId)).toMatchObject({ state: 'succeeded' });
  expect(made('netsuite billingSchedule/')).toHaveLength(1);
});

it('goes on by itself when the database comes back, with nothing lost and nothing twice', async () => {
  const only = await startWorker();
  const deals = [await nextDeal(), await nextDeal(), await nextDeal()];
  const runIds: string[] = [];
  for (const deal of deals) {
    const runId = await start(deal);
    runIds.push(runId);
    await waitUntil('a step under way', async () => ((await world.steps(runId)).length > 0 ? true : undefined));
    proxy.breakDown();
    await waitUntil('the outage to be noticed', async () => {
      const { status } = await fetch(`${only.url}/health`).catch(() => ({ status: only.output() }));
      return status === 503 ? true : undefined;
    });
    proxy.comeBack();
  }
  const ended = await Promise.all(runIds.map((runId) => world.ended(runId)));
  expect(ended.map(({ state, errorMessage }) => ({ state, errorMessage }))).toEqual(
    deals.map(() => ({ state: 'succeeded', errorMessage: null })),
  );
  expect(made('netsuite salesOrder/')).toHaveLength(3);
  expect(new Set(recordsMade(sandbox)).size).toBe(recordsMade(sandbox).length);
  await waitUntil('health', async () => ((await fetch(`${only.url}/health`)).ok ? true : undefined));
});

it('exports a run as a trace with its own id', async () => {
  const collected: string[] = [];
  const collector = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      collected.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => {
    collector.listen(0, '127.0.0.1', resolve);
  });
  const { port } = collector.address() as AddressInfo;
  const traced = await startWorker({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
  const dealId = await nextDeal();
  const { traceId, id } = await world.ended(await start(dealId));
  expect(await traced.stop('SIGTERM')).toBe(0);
  collector.close();
  const spans = collected.flatMap(spansOf).filter((span) => span.traceId === traceId);
  const names = spans.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['run closed-won-handoff', 'step readOpportunity', 'step writeContract']),
  );
  expect(spans[0]?.attributes).toEqual(
    expect.arrayContaining([
      { key: 'throughline.run.id', value: { stringValue: id } },
      { key: 'throughline.business_key', value: { stringValue: dealId } },
    ]),
  );
});

interface Span {
  readonly traceId: string;
  readonly name: string;
  readonly attributes: unknown;
}

function spansOf(body: string): Span[] {
  const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}

it('shares the work between workers, each run on one of them', async () => {
  await Promise.all([startWorker(), startWorker()]);
  const runIds = await Promise.all([await nextDeal(), await nextDeal(), await nextDeal(), await nextDeal()].map(start));
  const ended = await Promise.all(runIds.map((runId) => world.ended(runId)));
  expect(ended.map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded', 'succeeded']);
  expect(new Set(recordsMade(sandbox)).size).toBe(recordsMade(sandbox).length);
});
