import type { ChildProcess } from 'node:child_process';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findOwned } from '../process/owned-processes.ts';
import { commandOf, ProcessLab, signalGroup, until } from '../process/testing/process-lab.ts';
import { freeTestPorts } from '../process/testing/free-test-ports.ts';

/* Tests the real product as `npm start` runs it. Its web app is built once, which takes minutes on a busy machine. */
const patienceMs = 30 * 60_000;
vi.setConfig({ testTimeout: patienceMs });

const root = dirname(dirname(import.meta.dirname));
const portNames = [
  'WEB_PORT',
  'RUNTIME_PORT',
  'POSTGRES_PORT',
  'SANDBOX_SALESFORCE_PORT',
  'SANDBOX_NETSUITE_PORT',
  'SANDBOX_KANTATA_PORT',
  'SANDBOX_HUBSPOT_PORT',
];
let lab: ProcessLab;
const env: Record<string, string> = {};

beforeAll(async () => {
  lab = new ProcessLab();
  env['THROUGHLINE_DATA_DIR'] = lab.folder;
  const ports = await freeTestPorts(portNames.length);
  for (const [index, name] of portNames.entries()) env[`THROUGHLINE_${name}`] = String(ports[index]);
});
afterAll(() => lab?.close());

async function start(): Promise<ChildProcess> {
  lab.output = '';
  const npm = await lab.start('npm', ['--prefix', root, 'start'], env);
  await lab.untilSaid('Throughline is ready');
  return npm;
}

async function pidOf(program: string): Promise<number> {
  for (const pid of await findOwned(lab.folder)) if (commandOf(pid).includes(program)) return pid;
  throw new Error(`There is no ${program}.`);
}

it('restarts a killed runtime, even while it starts, and Ctrl-C leaves no process behind', async () => {
  const npm = await start();
  process.kill(await pidOf('apps/runtime/src/main.ts'), 'SIGKILL');
  await until(() => lab.output.includes('runtime ended by SIGKILL.'));
  const starting = async (): Promise<boolean> =>
    pidOf('apps/runtime/src/main.ts').then(
      (pid) => process.kill(pid, 'SIGKILL'),
      () => false,
    );
  await until(starting);
  await lab.untilSaid('runtime is back.');
  const health = await fetch(`http://127.0.0.1:${env['THROUGHLINE_RUNTIME_PORT']}/health`);
  expect(health.status).toBe(200);
  signalGroup(npm, 'SIGINT');
  npm.kill('SIGINT');
  await lab.untilNobodyIsLeft();
});

it('starts after a kill -9 of all but the database, and leaves nothing behind after its own kill -9', async () => {
  const first = await start();
  signalGroup(first, 'SIGKILL');
  for (const pid of await findOwned(lab.folder)) process.kill(pid, 'SIGKILL');
  const second = await start();
  signalGroup(second, 'SIGKILL');
  await lab.untilNobodyIsLeft();
});
