import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

/** Opens a copy of the files, taken as a kill at this instant would leave them, with a second sandbox. */
async function afterKill(running: RunningSandbox): Promise<RunningSandbox> {
  const copy = join(folder, 'copy', 'sandbox.json');
  cpSync(join(folder, 'state'), join(folder, 'copy'), { recursive: true });
  await running.close();
  sandbox = await startSandbox({ dataFile: copy, log: (message) => logged.push(message) });
  return sandbox;
}

test('what was answered is there after a kill, and rolled-back work is not', async () => {
  const running = await start();
  const { state, clock } = running.salesforce.context;
  clock.freeze(1_800_000_000_000);
  const response = await fetch(`${running.salesforce.url}/__control/seed`, {
    method: 'POST',
    body: '{"marks":{"a":{"made":"here"}}}',
  });
  expect(response.status).toBe(201);
  state.collection('marks').insert('b', { made: 'and gone' });
  state.collection('marks').delete('b');
  expect(() =>
    state.transaction(() => {
      state.collection('marks').insert('c', {});
      state.next('marks');
      throw new Error('no');
    }),
  ).toThrow('no');
  running.kantata.context.state.setValue('key', { n: 1 });
  const before = [running.salesforce.snapshot(), running.netsuite.snapshot(), running.kantata.snapshot()];
  const after = await afterKill(running);
  expect([after.salesforce.snapshot(), after.netsuite.snapshot(), after.kantata.snapshot()]).toEqual(before);
  expect(after.salesforce.context.state.collection('marks').all()).toEqual([{ made: 'here' }]);
  expect(logged).toEqual([]);
});

test('a reset is there after a kill, and so is what came after it', async () => {
  const running = await start();
  mark(running);
  await fetch(`${running.salesforce.url}/__control/reset`, { method: 'POST' });
  running.salesforce.context.state.collection('later').insert('x', {});
  const { state } = (await afterKill(running)).salesforce.context;
  expect([state.collection('marks').size, state.collection('later').size, state.collection('Account').size]).toEqual([
    0, 1, 40,
  ]);
});

test('a journal line cut off by a kill is left out; a journal of another file is not applied', async () => {
  const running = await start();
  mark(running);
  running.salesforce.context.state.collection('marks').insert('b', {});
  const journal = `${dataFile}.journal`;
  const lines = readFileSync(journal, 'utf8');
  truncateSync(journal, lines.length - 5);
  const cut = await afterKill(running);
  expect(cut.salesforce.context.state.collection('marks').all()).toEqual([{ made: 'here' }]);
  await stop();
  writeFileSync(`${join(folder, 'copy', 'sandbox.json')}.journal`, lines);
  sandbox = await startSandbox({
    dataFile: join(folder, 'copy', 'sandbox.json'),
    log: (message) => logged.push(message),
  });
  expect(sandbox.salesforce.context.state.collection('marks').all()).toEqual([{ made: 'here' }]);
  expect(logged).toEqual([]);
});

test('the files are for the owner only, and a clean stop leaves no journal', async () => {
  await start();
  expect(
    readdirSync(join(folder, 'state')).map((name) => [name, statSync(join(folder, 'state', name)).mode & 0o777]),
  ).toEqual([
    ['sandbox.json', 0o600],
    ['sandbox.json.journal', 0o600],
  ]);
  await stop();
  expect(readdirSync(join(folder, 'state'))).toEqual(['sandbox.json']);
});

test.each([
  ['truncated', (text: string) => text.slice(0, text.length / 2), 'JSON'],
  ['of another format', (text: string) => text.replace('"format":2', '"format":9'), 'its format is 9, expected 2'],
  ['incomplete', () => '{"format":2,"systems":{"salesforce":{"state":{}}}}', 'system "salesforce" is incomplete'],
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
