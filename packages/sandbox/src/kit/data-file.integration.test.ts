import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSandbox } from '../start-sandbox.ts';
import type { RunningSandbox } from '../start-sandbox.ts';

let folder: string;
let dataFile: string;
let sandbox: RunningSandbox | undefined;
const logged: string[] = [];

beforeEach(() => {
  logged.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  dataFile = join(folder, 'state', 'sandbox.json');
});
afterEach(async () => {
  await sandbox?.close();
  sandbox = undefined;
  rmSync(folder, { recursive: true });
});

const start = async (): Promise<RunningSandbox> => {
  sandbox = await startSandbox({ dataFile, log: (message) => logged.push(message) });
  return sandbox;
};

const stop = async (): Promise<void> => {
  await sandbox?.close();
  sandbox = undefined;
};

const mark = (running: RunningSandbox): void => {
  running.salesforce.context.state.collection('marks').insert('a', { made: 'here' });
};

test('the state of every system is there again after a restart', async () => {
  const first = await start();
  mark(first);
  first.salesforce.context.clock.freeze(1_800_000_000_000);
  const before = [first.salesforce.snapshot(), first.netsuite.snapshot(), first.kantata.snapshot()];
  await stop();
  const second = await start();
  expect([second.salesforce.snapshot(), second.netsuite.snapshot(), second.kantata.snapshot()]).toEqual(before);
  expect(logged).toEqual([]);
});

test('a change is on disk soon after it was made, without a stop', async () => {
  const running = await start();
  mark(running);
  await vi.waitFor(() => expect(readFileSync(dataFile, 'utf8')).toContain('"made":"here"'));
  expect(statSync(dataFile).mode & 0o777).toBe(0o600);
});

test.each([
  ['truncated', (text: string) => text.slice(0, text.length / 2), 'JSON'],
  ['of another format', (text: string) => text.replace('"format":1', '"format":9'), 'its format is 9, expected 1'],
  ['incomplete', () => '{"format":1,"systems":{"salesforce":{"state":{}}}}', 'system "salesforce" is incomplete'],
])('a file that is %s is set aside, said so, and a fresh seed is used', async (_, damage, reason) => {
  mark(await start());
  await stop();
  writeFileSync(dataFile, damage(readFileSync(dataFile, 'utf8')));
  const running = await start();
  expect(running.salesforce.context.state.collection('marks').all()).toEqual([]);
  expect(running.salesforce.context.state.collection('Account').size).toBe(40);
  expect(logged).toEqual([expect.stringContaining(reason)]);
  expect(readdirSync(join(folder, 'state')).filter((name) => name.includes('.broken-'))).toHaveLength(1);
});
