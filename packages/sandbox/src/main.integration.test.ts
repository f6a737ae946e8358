import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const PORTS = {
  THROUGHLINE_SANDBOX_SALESFORCE_PORT: '0',
  THROUGHLINE_SANDBOX_NETSUITE_PORT: '0',
  THROUGHLINE_SANDBOX_KANTATA_PORT: '0',
};
/** Sends a control request as a program that knows the key does. */
const key = 'a-key-for-tests';
const headers = { 'x-sandbox-key': key };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-main-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Started {
  readonly urls: Record<'salesforce' | 'netsuite' | 'kantata', string>;
  readonly output: () => string;
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

async function start(environment: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], THROUGHLINE_SANDBOX_CONTROL_KEY: key, ...PORTS, ...environment },
    stdio: 'pipe',
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const line = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const ready = /^Sandbox is ready: (.*)$/m.exec(output)?.[1];
      if (ready !== undefined) resolve(ready);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`The sandbox ended with ${code}: ${output}`)));
  });
  return {
    urls: JSON.parse(line) as Started['urls'],
    output: () => output,
    stop: async (signal) => {
      child.kill(signal);
      return await exited;
    },
  };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'says where everything is and which credentials work, and keeps its state over %s',
  async (signal) => {
    const environment = {
      THROUGHLINE_SANDBOX_DATA: join(folder, 'data.json'),
      THROUGHLINE_SANDBOX_WEBHOOK_URL: 'http://127.0.0.1:9/hook',
    };
    const first = await start(environment);
    expect(first.output()).toContain(
      `salesforce: ${first.urls.salesforce}\n  page: ${first.urls.salesforce}/?key=a-key-for-tests\n  client id: sandbox-client\n  client secret: sandbox-secret\n`,
    );
    const subscriptions = async (url: string): Promise<unknown> =>
      await (await fetch(`${url}/__control/subscriptions`, { headers })).json();
    const expected = [
      expect.objectContaining({
        id: 'environment',
        url: 'http://127.0.0.1:9/hook',
        events: ['Account.*', 'Contact.*', 'Opportunity.*'],
      }),
    ];
    expect(await subscriptions(first.urls.salesforce)).toEqual(expected);
    const mark = JSON.stringify({ marks: { a: { made: 'here' } } });
    await fetch(`${first.urls.kantata}/__control/seed`, { method: 'POST', headers, body: mark });
    expect(await first.stop(signal)).toBe(0);

    const second = await start(environment);
    expect(await (await fetch(`${second.urls.kantata}/__control/state/marks`, { headers })).json()).toEqual([
      { made: 'here' },
    ]);
    expect(await subscriptions(second.urls.salesforce)).toEqual(expected);
    expect(await second.stop(signal)).toBe(0);
  },
);

test('a kill -9 right after an answer loses nothing', async () => {
  const environment = { THROUGHLINE_SANDBOX_DATA: join(folder, 'data.json') };
  const first = await start(environment);
  const client = { grant_type: 'client_credentials', client_id: 'sandbox-client', client_secret: 'sandbox-secret' };
  const token = await fetch(`${first.urls.salesforce}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(client),
  });
  const { access_token: accessToken } = (await token.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const accounts = '/services/data/v66.0/sobjects/Account';
  const created = await fetch(first.urls.salesforce + accounts, {
    method: 'POST',
    headers,
    body: '{"Name":"Survivor"}',
  });
  const { id } = (await created.json()) as { id: string };
  expect(await first.stop('SIGKILL')).toBeNull();

  const second = await start(environment);
  const read = await fetch(`${second.urls.salesforce}${accounts}/${id}?fields=Name`, { headers });
  expect([read.status, await read.json()]).toEqual([200, expect.objectContaining({ Name: 'Survivor' })]);
  expect(second.output()).not.toContain('cannot be used');
  expect(await second.stop('SIGTERM')).toBe(0);
});

test('takes the next free port when one is taken', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const { port } = blocker.address() as AddressInfo;
  const sandbox = await start({ THROUGHLINE_SANDBOX_SALESFORCE_PORT: String(port) });
  expect(Number(new URL(sandbox.urls.salesforce).port)).toBeGreaterThan(port);
  expect(sandbox.output()).toContain(`Port ${port} for salesforce is taken; using `);
  expect(await sandbox.stop('SIGTERM')).toBe(0);
  await new Promise((resolve) => blocker.close(resolve));
});

test('refuses a port that is not a port number', async () => {
  await expect(start({ THROUGHLINE_SANDBOX_KANTATA_PORT: 'many' })).rejects.toThrow(
    'THROUGHLINE_SANDBOX_KANTATA_PORT is "many"; give a port number from 0 (any free one) to 65535.',
  );
});

test('lets nobody control it without the key, and no web page at all', async () => {
  const sandbox = await start({});
  const status = async (more: Record<string, string>): Promise<number> =>
    (await fetch(`${sandbox.urls.netsuite}/__control/faults`, { headers: more })).status;
  expect({
    withKey: await status(headers),
    withoutKey: await status({}),
    wrongKey: await status({ 'x-sandbox-key': 'a-key-for-test' }),
    fromAPage: await status({ ...headers, origin: 'http://127.0.0.1:8400' }),
  }).toEqual({ withKey: 200, withoutKey: 401, wrongKey: 401, fromAPage: 403 });
  expect(await sandbox.stop('SIGTERM')).toBe(0);
});

test('creates a key and prints it when none is given', async () => {
  const sandbox = await start({ THROUGHLINE_SANDBOX_CONTROL_KEY: '' });
  const printed = /requests to \/__control: (\S+)/.exec(sandbox.output())?.[1] ?? '';
  const response = await fetch(`${sandbox.urls.netsuite}/__control/faults`, { headers: { 'x-sandbox-key': printed } });
  expect({ length: printed.length, status: response.status }).toEqual({ length: 32, status: 200 });
  expect(await sandbox.stop('SIGTERM')).toBe(0);
});
