import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPeople } from '@throughline/core/db/demo-people';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findOrInstallChromium } from '../scripts/chromium.ts';
import { demoPassword } from '../scripts/start/demo-password.ts';
import { longFlow, stepIds } from './canvas/long-flow.ts';
import { framesWhilePanning, watchForNewStep } from './canvas/in-page.ts';

const stepCount = 500;
const insertions = 12;
const port = 8700;

/**
 * Opens the designer on a flow of 500 steps in headless Chromium, against the built app, and measures three things: how
 * long it takes to open, how long until an inserted step is painted, and how even the frames are while panning. All
 * figures are milliseconds. `cpu` is the browser's own work, which other load on the machine disturbs less. It runs the
 * whole product unless THROUGHLINE_BENCH_URL names one.
 */
export async function canvasBench(): Promise<void> {
  const given = process.env['THROUGHLINE_BENCH_URL'];
  const product = given === undefined ? await startProduct() : { url: given, stop: () => Promise.resolve() };
  const browser = await chromium.launch({
    executablePath: process.env['THROUGHLINE_CHROMIUM'] ?? (await findOrInstallChromium()),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: product.url });
    await measure(page);
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function measure(page: Page): Promise<void> {
  await signIn(page);
  const key = await createFlow(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const opened = Date.now();
  await page.goto(`/test/flows/${key}`);
  await page.locator('.react-flow__node').first().waitFor();
  print('open', { ms: Date.now() - opened });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const waits: number[] = [];
  const work: number[] = [];
  const known = new Set(stepIds(stepCount));
  for (let count = 0; count < insertions; count += 1) {
    const { ms, cpu, id } = await insertOne(page, cdp, [...known]);
    known.add(id);
    waits.push(ms);
    work.push(cpu);
  }
  print('insert', { ...spread(waits), cpu: spread(work).median });
  const frames = await page.evaluate(framesWhilePanning);
  print('pan', spread(frames));
}

/** Inserting after the trigger is the worst case, because every other step moves. */
async function insertOne(page: Page, cdp: CDPSession, known: readonly string[]) {
  await page
    .locator('.react-flow__pane')
    .focus()
    .catch(() => undefined);
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: 'Search step kinds' }).fill('map');
  await page.evaluate(watchForNewStep, known);
  const before = await taskMs(cdp);
  await page.keyboard.press('Enter');
  const { ms, id } = await page.evaluate(
    () => Reflect.get(globalThis, 'newStepShown') as Promise<{ ms: number; id: string }>,
  );
  return { ms, id, cpu: (await taskMs(cdp)) - before };
}

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(demoPeople.analyst.email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/test\b/);
}

async function createFlow(page: Page): Promise<string> {
  const key = `long-${Date.now()}`;
  const call = async (path: string, input: object): Promise<unknown> => {
    const origin = new URL(page.url()).origin;
    const response = await page.request.post(`/api/trpc/${path}`, { headers: { origin }, data: { json: input } });
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
    return ((await response.json()) as { result: { data: { json: unknown } } }).result.data.json;
  };
  const created = (await call('definitions.create', { kind: 'flow', key, name: 'Long' })) as {
    definitionId: string;
    revision: number;
  };
  const { definitionId, revision } = created;
  await call('drafts.save', { definitionId, document: longFlow(stepCount), expectedRevision: revision });
  return key;
}

async function startProduct(): Promise<{ url: string; stop: () => Promise<void> }> {
  const stateDir = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const names = ['WEB', 'RUNTIME', 'POSTGRES', 'SANDBOX_SALESFORCE', 'SANDBOX_NETSUITE', 'SANDBOX_KANTATA'];
  const ports = names.map((name, at): [string, string] => [`THROUGHLINE_${name}_PORT`, String(port + at)]);
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, ...Object.fromEntries(ports), THROUGHLINE_DATA_DIR: stateDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, ready] = /is ready: (\S+)/.exec(output) ?? [];
      if (ready !== undefined) resolve(ready);
    });
    void ended.then(() => reject(new Error(`The product did not start. ${output.slice(-500)}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

function spread(values: readonly number[]) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { median: at(0.5), p95: at(0.95), most: rounded(sorted.at(-1) ?? 0) };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

const print = (name: string, figures: object): void =>
  console.log(JSON.stringify({ bench: 'canvas', steps: stepCount, case: name, ...figures }));
