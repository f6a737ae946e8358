import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Program, Supervisor } from './supervisor.ts';
import { freeTestPorts } from './testing/free-test-ports.ts';
import { ProcessLab, until } from './testing/process-lab.ts';

let lab: ProcessLab;
let said: string[];
let supervisor: Supervisor;
let program: Program;

beforeEach(async () => {
  lab = new ProcessLab();
  said = [];
  const [port] = await freeTestPorts(1);
  supervisor = new Supervisor({
    owner: lab.folder,
    logDir: lab.folder,
    say: (text) => said.push(text.trim()),
    mostFailedStarts: 3,
    delayMs: () => 1,
  });
  program = {
    name: 'worker',
    args: [fileURLToPath(new URL('testing/fake-program.ts', import.meta.url))],
    cwd: lab.folder,
    env: { FAKE_DIR: lab.folder, FAKE_NAME: 'worker', FAKE_PORT: String(port) },
    readyUrl: `http://127.0.0.1:${port}`,
  };
});
afterEach(async () => {
  await supervisor.stop();
  await lab.close();
});

const kill = async (count: number): Promise<void> => {
  await until(() => lab.pidsOf('worker').length === count);
  process.kill(lab.pidsOf('worker')[count - 1] ?? 0, 'SIGKILL');
};

it('restarts a program that is killed while it starts, as often as that happens', async () => {
  const isReady = supervisor.run(program);
  for (let count = 1; count <= 5; count += 1) await kill(count);
  await until(() => lab.pidsOf('worker').length === 6);
  lab.openGate();
  await isReady;
  expect(said.filter((text) => text.startsWith('worker ended by SIGKILL while starting.'))).toHaveLength(5);
});

it('restarts a program that is killed while it works, and says what happened', async () => {
  lab.openGate();
  await supervisor.run(program);
  await kill(1);
  await until(() => said.includes('worker is back.'));
  expect({ said, began: lab.notes() }).toEqual({
    said: ['worker ended by SIGKILL. It is started again in 0.001 s.\nworker says hello', 'worker is back.'],
    began: ['worker began', 'worker began'],
  });
});

it('gives up on a program that ends on its own three times before it was ever ready', async () => {
  await expect(supervisor.run({ ...program, env: { ...program.env, FAKE_EXIT: '7' } })).rejects.toThrow(
    'worker ended with exit code 7 while starting.\nworker says hello',
  );
  expect(lab.notes()).toEqual(['worker began', 'worker began', 'worker began']);
});

it('starts nothing once it is stopping, and lets the program drain', async () => {
  lab.openGate();
  await supervisor.run(program);
  await supervisor.stop();
  expect({ notes: lab.notes(), left: await lab.left() }).toEqual({
    notes: ['worker began', 'worker drained'],
    left: [],
  });
  await expect(supervisor.run(program)).rejects.toThrow('worker is being stopped.');
  expect(lab.notes()).toHaveLength(2);
});

it('stops a program that is still starting', async () => {
  const isReady = supervisor.run(program).catch((error: unknown) => String(error));
  await until(() => lab.pidsOf('worker').length === 1);
  await supervisor.stop();
  expect(await isReady).toBe('Error: worker is being stopped.');
  expect(await lab.left()).toEqual([]);
});

it('keeps the log of a program', async () => {
  lab.openGate();
  await supervisor.run(program);
  const { readFile } = await import('node:fs/promises');
  await until(async () => (await readFile(join(lab.folder, 'worker.log'), 'utf8')).includes('worker says hello'));
});
