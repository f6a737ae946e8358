import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer } from '@throughline/core/testing/db/test-server';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../scripts/start/free-port.ts';
import { addStranger } from './add-stranger.ts';
import { people, type PersonName } from './people.ts';
import type { AttackedProduct } from './product.ts';
import { signIn } from './sign-in.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Vitest global setup of the attack suite: builds and starts the real product once, on a separate database, data folder
 * and ports, adds a second firm, and signs everybody in. Returns the teardown.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const stateDir = await mkdtemp(join(tmpdir(), 'throughline-attack-'));
  let product: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (product !== undefined) await end(product);
    await server.stop();
    await rm(stateDir, { recursive: true, force: true });
  };
  try {
    const databaseUrl = await createDatabase(server.url);
    const ports = await choosePorts();
    product = await startProduct({ ...ports, DATABASE_URL: databaseUrl, THROUGHLINE_DATA_DIR: stateDir });
    await addStranger(databaseUrl);
    const webUrl = loopback(ports.THROUGHLINE_WEB_PORT);
    project.provide('attackedProduct', {
      webUrl,
      runtimeUrl: loopback(ports.THROUGHLINE_RUNTIME_PORT),
      salesforceUrl: loopback(ports.THROUGHLINE_SANDBOX_SALESFORCE_PORT),
      netsuiteUrl: loopback(ports.THROUGHLINE_SANDBOX_NETSUITE_PORT),
      kantataUrl: loopback(ports.THROUGHLINE_SANDBOX_KANTATA_PORT),
      databaseUrl,
      stateDir,
      cookies: await signEverybodyIn(webUrl),
    } satisfies AttackedProduct);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/**
 * The ports are far from those of `npm start` and of the browser stories, so that all three can run at the same time.
 */
async function choosePorts() {
  const taken = new Set<number>();
  const next = async (wanted: number): Promise<string> => {
    const port = await freePort(wanted, taken);
    taken.add(port);
    return String(port);
  };
  return {
    THROUGHLINE_WEB_PORT: await next(8700),
    THROUGHLINE_RUNTIME_PORT: await next(8701),
    THROUGHLINE_POSTGRES_PORT: await next(8702),
    THROUGHLINE_SANDBOX_SALESFORCE_PORT: await next(8711),
    THROUGHLINE_SANDBOX_NETSUITE_PORT: await next(8712),
    THROUGHLINE_SANDBOX_KANTATA_PORT: await next(8713),
    THROUGHLINE_SANDBOX_HUBSPOT_PORT: await next(8714),
  };
}

/**
 * Runs exactly the program behind `npm start`. It is ready when it says so, however long that takes.
 * @throws Error with its output when it ends before that.
 */
async function startProduct(env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const product = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [product.stdout, product.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output = `${output}${chunk.toString()}`.slice(-20_000);
        if (output.includes('Throughline is ready:')) resolve();
      });
    }
    product.once('exit', (code) => reject(new Error(`The product ended with ${code} while it started:\n${output}`)));
  });
  return product;
}

async function end(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return;
  const ended = once(product, 'exit');
  product.kill('SIGTERM');
  await ended;
}

async function createDatabase(serverUrl: string): Promise<string> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('create database throughline');
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = '/throughline';
  return url.href;
}

async function signEverybodyIn(webUrl: string): Promise<Record<PersonName, string>> {
  const cookies: [string, string][] = [];
  for (const [name, { email, password }] of Object.entries(people)) {
    cookies.push([name, await signIn(webUrl, email, password)]);
  }
  return Object.fromEntries(cookies) as Record<PersonName, string>;
}

const loopback = (port: string): string => `http://127.0.0.1:${port}`;
